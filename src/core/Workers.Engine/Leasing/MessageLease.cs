using System.Diagnostics.CodeAnalysis;
using Workers.Engine.Handling;
using Workers.Engine.Queues;

namespace Workers.Engine.Leasing;

/// <summary>Why a handler's token was cancelled. A later reason outweighs an earlier one.</summary>
internal enum Interruption
{
    /// <summary>It was not.</summary>
    None,

    /// <summary><see cref="QueueConsumerOptions.MaxHandlingTime"/> passed: a failure of the handler.</summary>
    HandlingTooLong,

    /// <summary>The drain's limit passed: the message is shown again at once.</summary>
    DrainOver,

    /// <summary>The message may be somebody else's by now: nothing is settled.</summary>
    LeaseLost,

    /// <summary>The handler did not end when the drain was over: the drain shows the message again, and nothing else is settled.</summary>
    GivenUp,
}

/// <summary>One message that is ours: its newest receipt, until when, and the token of its handler.</summary>
/// <remarks>Its keeper guards all of it by its lock, but for the token and the callbacks.</remarks>
[SuppressMessage("Design", "CA1001", Justification = "A token source without a timer holds nothing, and is cancelled by others at any time.")]
internal sealed class MessageLease(LeaseTerms terms, LeaseKeeper keeper, TimeSpan begin) : IMessageLease
{
    private readonly CancellationTokenSource _handling = new();
    private TimeSpan _handlingEnds = begin + terms.MaxHandlingTime;
    private TimeSpan _receivedAt;
    private TimeSpan? _extendAt;

    private event Func<DateTimeOffset, CancellationToken, Task>? Listeners;

    /// <summary>The newest receive of the message.</summary>
    public required ReceivedMessage Message { get; set; }

    /// <summary>When the lease ends; advanced only by what SQS said to have done.</summary>
    public TimeSpan Deadline { get; private set; }

    /// <summary>The call that is extending the lease just now, or was the last to.</summary>
    public Task Extending { get; private set; } = Task.CompletedTask;

    /// <summary>Why the handler's token is cancelled, if it is.</summary>
    public Interruption Interruption { get; private set; }

    /// <summary>The handler's token.</summary>
    public CancellationToken Token => _handling.Token;

    /// <summary>How long ago the message came in.</summary>
    public TimeSpan Age => keeper.Now - _receivedAt;

    /// <summary>For how long the lease is still ours.</summary>
    public TimeSpan Left => Deadline - keeper.Now;

    /// <summary>For how long the message may be hidden from now on, by SQS's limit.</summary>
    public TimeSpan LongestVisibility => LeaseTerms.LongestVisibility - Age - LeaseTerms.Rounding;

    /// <summary>The same moment as <see cref="Deadline"/>, by the clock on the wall.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>Whether the handler has had its time, and was not told yet.</summary>
    public bool HasHandledTooLong(TimeSpan now) => Interruption == Interruption.None && now >= _handlingEnds;

    /// <summary>Whether the lease is to be extended.</summary>
    public bool IsToBeExtended(TimeSpan now) => Interruption == Interruption.None && now >= _extendAt;

    /// <summary>The message waits for others of its group: the time for its handling has not begun.</summary>
    public void AwaitTurn() => _handlingEnds = TimeSpan.MaxValue;

    /// <summary>Its turn has come.</summary>
    public void BeginHandling() => _handlingEnds = keeper.Now + terms.MaxHandlingTime;

    /// <summary>The message came in, for the first time or again: the newest receipt counts.</summary>
    public void Received(ReceivedMessage message, TimeSpan now)
    {
        Message = message;
        _receivedAt = now;
        Extended(now);
    }

    /// <summary>A visibility timeout began at this moment.</summary>
    public void Extended(TimeSpan from)
    {
        Deadline = from + terms.Duration;
        Until = keeper.WallClock(Deadline);   // once, for the two clocks never show the same moment twice
        _extendAt = terms.MayExtend(_receivedAt, from) ? from + terms.ExtendFrom : null;
    }

    /// <summary>A call to extend the lease was made; until its answer there is no other.</summary>
    public void BeginExtending(Task extending) => (Extending, _extendAt) = (extending, null);

    /// <summary>The lease was not extended, but may be at another time.</summary>
    public void ExtendAt(TimeSpan time) => _extendAt = time;

    /// <summary>Notes why the token is to be cancelled. The first reason stands, unless a later one outweighs it.</summary>
    /// <returns>Whether that is news.</returns>
    public bool Interrupt(Interruption reason)
    {
        if (reason <= Interruption)
        {
            return false;
        }

        Interruption = reason;
        return true;
    }

    /// <summary>Cancels the token.</summary>
    /// <exception cref="AggregateException">A registered callback threw.</exception>
    public void Cancel() => _handling.Cancel();

    public IDisposable OnExtended(Func<DateTimeOffset, CancellationToken, Task> callback)
    {
        Listeners += callback;
        return new Subscription(this, callback);
    }

    /// <summary>Tells everyone who lives as long as the lease that it was extended, one after the other.</summary>
    public async Task TellExtendedAsync()
    {
        foreach (var callback in Delegate.EnumerateInvocationList(Listeners))
        {
            await callback(Until, Token);
        }
    }

    private sealed class Subscription(MessageLease lease, Func<DateTimeOffset, CancellationToken, Task> callback) : IDisposable
    {
        public void Dispose() => lease.Listeners -= callback;
    }
}
