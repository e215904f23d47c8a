namespace Workers.Contracts.Resources;

/// <summary>The backstop for messages that kill the process: a receive count, which is not a count of failures.</summary>
/// <param name="DeadLetterQueue">The unprefixed name of the dead-letter queue.</param>
/// <param name="MaxReceiveCount">How often a message may be received before SQS moves it there; 1 to 1,000.</param>
public sealed record RedrivePolicy(string DeadLetterQueue, int MaxReceiveCount);
