namespace Workers.Producer.Http;

/// <summary>EventBridge was not seen to take the event: answered with 503, never with a yes.</summary>
/// <param name="retryAfter">When trying again makes sense.</param>
/// <param name="outcomeIsUnknown">Whether EventBridge may have taken the event all the same.</param>
/// <param name="innerException">What went wrong.</param>
internal sealed class BusUnavailableException(TimeSpan retryAfter, bool outcomeIsUnknown, Exception innerException)
    : Exception(outcomeIsUnknown ? "The event bus did not answer." : "The event bus did not take the event.", innerException)
{
    /// <summary>When trying again makes sense.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;

    /// <summary>What the caller may rely on, and how to repeat the request safely.</summary>
    public string Advice { get; } = outcomeIsUnknown
        ? "Whether the event was published is not known. Repeat the request with the same Idempotency-Key: it is the same event, whether "
          + "or not it was taken before. Repeated without a key it may be a second event."
        : "Nothing was published. Try again later.";
}
