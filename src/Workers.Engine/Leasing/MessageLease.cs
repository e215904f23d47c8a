using System.Diagnostics.CodeAnalysis;
using Workers.Engine.Handling;
using Workers.Engine.Queues;

namespace Workers.Engine.Leasing;

/// <summary>One tracked message: its newest receipt, until when it is ours, and the token of its handler.</summary>
/// <remarks>The table guards all of it by its lock, but for the token and the callbacks.</remarks>
[SuppressMessage("Design", "CA1001", Justification = "A token source without a timer holds nothing, and is cancelled by others at any time.")]
internal sealed class MessageLease(ReceivedMessage message, LeaseTable table) : IMessageLease
{
    private readonly CancellationTokenSource _handling = new();
    private readonly Lock _lock = new();
    private List<Func<DateTimeOffset, CancellationToken, Task>> _onExtended = [];

    /// <summary>The newest receive of the message.</summary>
    public ReceivedMessage Message { get; set; } = message;

    /// <summary>When that receive came in; SQS counts its longest visibility from here.</summary>
    public TimeSpan ReceivedAt { get; set; }

    /// <summary>When the lease ends; advanced only by what SQS said to have done.</summary>
    public TimeSpan Deadline { get; set; }

    /// <summary>When the lease is to be extended next.</summary>
    public TimeSpan ExtendAt { get; set; }

    /// <summary>When the handler has had its time.</summary>
    public TimeSpan HandlingEnds { get; set; }

    /// <summary>The call that is extending the lease just now, or was the last to.</summary>
    public Task Extending { get; set; } = Task.CompletedTask;

    /// <summary>Why the handler's token is cancelled, if it is.</summary>
    public Interruption Interruption { get; private set; }

    /// <summary>The handler's token.</summary>
    public CancellationToken Token => _handling.Token;

    /// <summary>For how long the message may be hidden from now on.</summary>
    public TimeSpan LongestVisibility => table.LongestVisibility(this);

    /// <summary>How long ago it came in.</summary>
    public TimeSpan Age => table.Now - ReceivedAt;

    public DateTimeOffset Until => table.WallClock(Deadline);

    /// <summary>
    /// Ends the heartbeat, and waits for a call of it under way, which would overwrite whatever visibility is set next.
    /// </summary>
    /// <returns>Whether the lease was ours to the end. If not, nothing may be settled.</returns>
    public Task<bool> StopAsync() => table.StopAsync(this);

    public IDisposable OnExtended(Func<DateTimeOffset, CancellationToken, Task> callback)
    {
        lock (_lock)
        {
            _onExtended = [.. _onExtended, callback];
        }

        return new Subscription(this, callback);
    }

    /// <summary>Calls back, one after the other, everyone who lives as long as the lease.</summary>
    public async Task ExtendedAsync()
    {
        foreach (var callback in _onExtended)
        {
            await callback(Until, Token);
        }
    }

    /// <summary>Notes why the token is to be cancelled. The first reason stands, but a lost lease outweighs the others.</summary>
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
    /// <exception cref="AggregateException">Somebody who was told threw.</exception>
    public void Cancel() => _handling.Cancel();

    private sealed class Subscription(MessageLease lease, Func<DateTimeOffset, CancellationToken, Task> callback) : IDisposable
    {
        public void Dispose()
        {
            lock (lease._lock)
            {
                lease._onExtended = [.. lease._onExtended.Where(other => other != callback)];
            }
        }
    }
}
