namespace Workers.Contracts.Resources;

/// <summary>A queue and its settings.</summary>
/// <param name="Name">The unprefixed name.</param>
/// <param name="Retention">How long SQS keeps a message that nobody deletes; 1 minute to 14 days.</param>
public sealed record QueueDefinition(string Name, TimeSpan Retention)
{
    /// <summary>How long a received message stays hidden unless its lease is extended.</summary>
    /// <value>30 seconds. Up to 12 hours.</value>
    public TimeSpan VisibilityTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a receive waits for messages unless it says otherwise.</summary>
    /// <value>Zero: it answers at once. Up to 20 seconds.</value>
    public TimeSpan ReceiveWait { get; init; } = TimeSpan.Zero;

    /// <summary>How long a message waits before it is shown for the first time.</summary>
    /// <value>Zero. Up to 15 minutes.</value>
    public TimeSpan Delay { get; init; } = TimeSpan.Zero;

    /// <summary>Where SQS moves a message that was received too often; null for a queue that is itself the end.</summary>
    public RedrivePolicy? Redrive { get; init; }
}
