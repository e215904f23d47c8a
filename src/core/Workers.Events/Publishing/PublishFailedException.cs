namespace Workers.Events.Publishing;

/// <summary>Some events were not seen to be taken by EventBridge; the others were.</summary>
/// <param name="message">How many of how many, and EventBridge's error codes; no payload.</param>
/// <param name="notTaken">The events that were not seen to be taken.</param>
/// <param name="innerException">The last call's error, where the call itself failed.</param>
public sealed class PublishFailedException(
    string message,
    IReadOnlyList<OutgoingEvent> notTaken,
    Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>The events that were not seen to be taken.</summary>
    public IReadOnlyList<OutgoingEvent> NotTaken { get; } = notTaken;

    /// <summary>
    /// Whether some of <see cref="NotTaken"/> may be on the bus all the same, because an answer was lost. To publish them again with
    /// the same event ids is safe; to compose them anew, with other ids, makes other events.
    /// </summary>
    public bool OutcomeIsUnknown { get; init; }

    internal static PublishFailedException Of(
        IReadOnlyList<RefusedEntry> refused, int published, IReadOnlyList<Exception> failures, CancellationToken cancellationToken)
    {
        // The client repeats a call by itself: that its last try was throttled says nothing of the tries before.
        var isUnknown = failures.Any(failure => AwsFailures.Of(failure, cancellationToken) is not AwsFailure.Refused)
            || refused.Any(entry => entry.ErrorCode == RefusedEntry.NoResult);
        var codes = string.Join(", ", refused.Select(entry => entry.ErrorCode).Distinct());
        return new(
            $"{refused.Count} of {published} events were not {(isUnknown ? "seen to be taken" : "taken")}: {codes}.",
            [.. refused.Select(entry => entry.Event)],
            failures is [var first, ..] ? first : null)
        {
            OutcomeIsUnknown = isUnknown,
        };
    }
}
