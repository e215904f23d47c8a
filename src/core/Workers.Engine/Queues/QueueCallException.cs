namespace Workers.Engine.Queues;

/// <summary>A call to SQS failed after the client's own retries.</summary>
internal sealed class QueueCallException(string call, bool throttled, Exception innerException)
    : Exception($"{call} failed: {innerException.Message}", innerException)
{
    /// <summary>SQS works, but we ask too often.</summary>
    public bool Throttled { get; } = throttled;
}
