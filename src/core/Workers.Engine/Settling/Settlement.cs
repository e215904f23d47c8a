using Workers.Engine.Handling;
using Workers.Engine.Leasing;
using Workers.Engine.Timing;
using Workers.Events;

namespace Workers.Engine.Settling;

/// <summary>What is done about a message once its handler has ended.</summary>
/// <param name="Outcome">The word that it is counted by.</param>
internal abstract record Settlement(string Outcome)
{
    /// <summary>Delete it.</summary>
    internal sealed record Delete(string Outcome) : Settlement(Outcome);

    /// <summary>Show it again later.</summary>
    internal sealed record ShowAgain(TimeSpan After, string Outcome) : Settlement(Outcome);

    /// <summary>Send it to its own queue again, to be shown later, then delete it.</summary>
    internal sealed record SendAgain(TimeSpan After) : Settlement("not_due");

    /// <summary>Send it to the dead-letter queue, then delete it.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="ExceptionType">What was thrown, where something was.</param>
    /// <param name="EventId">The event's idempotency key, where it is known.</param>
    /// <param name="Handler">Who failed or rejected it; null where no handler had it.</param>
    /// <param name="Place">Where in the handler's own code it failed; null where nobody can tell.</param>
    internal sealed record Reject(
        string Reason, string? ExceptionType, string? EventId, string? Handler = null, string? Place = null) : Settlement("rejected");
}

/// <summary>
/// What becomes of a message. Receive counts are not failure counts: only a handler that failed dead-letters, and only from
/// <see cref="QueueConsumerOptions.MaxAttempts"/> on. Everything else that brings a message back is a wait.
/// </summary>
internal sealed class SettlementPolicy(QueueConsumerOptions options, Jitter jitter)
{
    /// <summary>SQS's limit (<c>DelaySeconds</c> of <c>SendMessage</c>).</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(15);

    private readonly Backoff _backoff = new(options.BackoffBase, options.BackoffCap, jitter);

    /// <summary>The handler says that it is done.</summary>
    public static Settlement Done { get; } = new Settlement.Delete("done");

    /// <summary>Show it again: a message that was never handled, or whose handler the drain interrupted.</summary>
    public static Settlement ReturnAtOnce { get; } = new Settlement.ShowAgain(TimeSpan.Zero, "returned");

    /// <summary>A message that we have settled before; only its delete was not confirmed.</summary>
    public static Settlement DeleteAgain { get; } = new Settlement.Delete("redelivered");

    /// <summary>The body can never be handled.</summary>
    public static Settlement OfPoison(PoisonEventException poison) =>
        new Settlement.Reject(poison.Message, poison.GetType().FullName, poison.EventId);

    /// <summary>What the handler returned.</summary>
    public Settlement Of(Outcome outcome, MessageContext context) => outcome switch
    {
        Outcome.Completed => Done,
        Outcome.Wait { After: { } asked } => new Settlement.ShowAgain(_backoff.Asked(asked, context.ReceiveCount), "waiting"),
        Outcome.Wait => Later(context, "waiting"),
        Outcome.DeadLetter letter => new Settlement.Reject(letter.Reason, null, context.EventId, context.Culprit),
        _ => throw new InvalidOperationException("The handler returned no outcome."),
    };

    /// <summary>The handler threw, perhaps because it was told that its time is over.</summary>
    public Settlement OfFailure(Exception failure, MessageContext context)
    {
        if (context.ReceiveCount < options.MaxAttempts)
        {
            return Later(context, "failed");
        }

        var what = context.Interruption == Interruption.HandlingTooLong
            ? $"Handling took longer than {options.MaxHandlingTime}"
            : failure.Message;
        return new Settlement.Reject(
            $"Failed at receive {context.ReceiveCount}: {what}",
            failure.GetType().FullName,
            context.EventId,
            context.Culprit,
            FailurePlace.Of(failure));
    }

    /// <summary>Nobody here handles such an event.</summary>
    public Settlement OfUnknown(EventName name, string? eventId) =>
        options.UnknownEvents == UnknownEvents.Ignore
            ? new Settlement.Delete("ignored")
            : new Settlement.Reject($"No handler is registered for {name}.", null, eventId);

    /// <summary>Its time has not come: it waits for as long, or as long as SQS delays a message, and is looked at again then.</summary>
    public static Settlement OfNotDue(TimeSpan left) => new Settlement.SendAgain(left < LongestDelay ? left : LongestDelay);

    /// <summary>The queue that was to take a copy of the message did not: it stays, and is judged again when it comes back.</summary>
    public Settlement OfUnsent(MessageContext context) => Later(context, "unsent");

    private Settlement.ShowAgain Later(MessageContext context, string outcome) => new(_backoff.After(context.ReceiveCount), outcome);
}
