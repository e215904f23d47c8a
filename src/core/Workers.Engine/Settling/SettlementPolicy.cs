using Workers.Engine.Handling;
using Workers.Engine.Leasing;
using Workers.Engine.Timing;
using Workers.Events;

namespace Workers.Engine.Settling;

/// <summary>
/// What becomes of a message. Receive counts are not failure counts: only a handler that failed dead-letters, and only from
/// <see cref="QueueConsumerOptions.MaxAttempts"/> on. Everything else that brings a message back is a wait.
/// </summary>
internal sealed class SettlementPolicy(QueueConsumerOptions options, Jitter jitter)
{
    private readonly Backoff _backoff = new(options.BackoffBase, options.BackoffCap, jitter);

    /// <summary>Show it again: a message that was never handled, or whose handler the drain interrupted.</summary>
    public static Settlement ReturnAtOnce { get; } = new Settlement.ShowAgain(TimeSpan.Zero, "returned");

    /// <summary>Its handler said so.</summary>
    private static readonly Settlement Done = new Settlement.Delete("done");

    /// <summary>A message that we have settled before; only its delete was not confirmed.</summary>
    public static Settlement DeleteAgain { get; } = new Settlement.Delete("redelivered");

    /// <summary>The handler's own word.</summary>
    public Settlement Of(Outcome outcome, int receiveCount, string eventId) => outcome switch
    {
        Outcome.Completed => Done,
        Outcome.Wait { After: { } asked } => new Settlement.ShowAgain(_backoff.Asked(asked, receiveCount), "waiting"),
        Outcome.Wait => Later(receiveCount, "waiting"),
        Outcome.DeadLetter letter => new Settlement.Reject(letter.Reason, null, eventId),
        _ => throw new InvalidOperationException("The handler returned no outcome."),
    };

    /// <summary>The handler threw, perhaps because it was told that its time is over.</summary>
    public Settlement OfFailure(Exception failure, Interruption interruption, int receiveCount, string? eventId)
    {
        if (receiveCount < options.MaxAttempts)
        {
            return Later(receiveCount, "failed");
        }

        var what = interruption == Interruption.HandlingTooLong
            ? $"Handling took longer than {options.MaxHandlingTime}"
            : failure.Message;
        return new Settlement.Reject($"Failed at receive {receiveCount}: {what}", failure.GetType().FullName, eventId);
    }

    /// <summary>The body can never be handled.</summary>
    public static Settlement OfPoison(PoisonEventException poison) =>
        new Settlement.Reject(poison.Message, poison.GetType().FullName, poison.EventId);

    /// <summary>Nobody here handles such an event.</summary>
    public Settlement OfUnknown(EventName name, string? eventId) =>
        options.UnknownEvents == UnknownEvents.Ignore
            ? new Settlement.Delete("ignored")
            : new Settlement.Reject($"No handler is registered for {name}.", null, eventId);

    /// <summary>The dead-letter queue did not take the message: it stays, and is judged again when it comes back.</summary>
    public Settlement OfUnsent(int receiveCount) => Later(receiveCount, "unsent");

    private Settlement.ShowAgain Later(int receiveCount, string outcome) => new(_backoff.After(receiveCount), outcome);
}
