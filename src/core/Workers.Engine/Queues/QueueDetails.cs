namespace Workers.Engine.Queues;

/// <summary>What is known of the queue when consuming starts.</summary>
/// <param name="Name">The queue's name, prefix included.</param>
/// <param name="Url">Where calls about it go.</param>
/// <param name="VisibilityTimeout">How long a receive hides a message; every receive asks for it expressly.</param>
/// <param name="MaxReceiveCount">After how many receives SQS itself dead-letters; null where it never does.</param>
/// <param name="DeadLetterName">The dead-letter queue's name, prefix included.</param>
/// <param name="DeadLetterUrl">Where rejected messages are sent.</param>
internal sealed record QueueDetails(
    string Name,
    string Url,
    TimeSpan VisibilityTimeout,
    int? MaxReceiveCount,
    string DeadLetterName,
    string DeadLetterUrl);
