namespace Workers.Engine.Handling;

/// <summary>What a handler says becomes of its message.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>Handled: the message is deleted.</summary>
    public static Outcome Done { get; } = new Completed();

    /// <summary>
    /// Not now: the message is shown again later. This is a wait, not a failure: it never dead-letters, and waits that repeat
    /// grow to 15 minutes.
    /// </summary>
    /// <param name="after">
    /// The delay, where it is known when to try again; SQS allows up to 12 hours. Null where something does not answer: the
    /// queue's backoff applies, and many such waits pause receiving (<see cref="QueueConsumerOptions.BreakerFailureRatio"/>).
    /// </param>
    public static Outcome Retry(TimeSpan? after = null) => new Wait(after);

    /// <summary>Never: the message goes to the dead-letter queue with the reason, then is deleted.</summary>
    /// <param name="reason">Why, without payload or secrets.</param>
    public static Outcome Reject(string reason) => new DeadLetter(reason);

    /// <summary>
    /// What becomes of a message with several parts: it waits for what does not answer, else as long as the longest wait among them;
    /// without a wait, one rejection rejects it; else it is done.
    /// </summary>
    public static Outcome Of(IReadOnlyCollection<Outcome> parts) =>
        parts.OfType<Wait>().MaxBy(wait => wait.After ?? TimeSpan.MaxValue) ?? parts.OfType<DeadLetter>().FirstOrDefault() ?? Done;

    internal sealed record Completed : Outcome;

    internal sealed record Wait(TimeSpan? After) : Outcome;

    internal sealed record DeadLetter(string Reason) : Outcome;
}
