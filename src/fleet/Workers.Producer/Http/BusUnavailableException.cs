namespace Workers.Producer.Http;

/// <summary>EventBridge did not take the event: answered with 503, never with a yes.</summary>
/// <param name="retryAfter">When trying again makes sense.</param>
/// <param name="innerException">What went wrong.</param>
internal sealed class BusUnavailableException(TimeSpan retryAfter, Exception innerException)
    : Exception("The event bus did not take the event.", innerException)
{
    /// <summary>When trying again makes sense.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}
