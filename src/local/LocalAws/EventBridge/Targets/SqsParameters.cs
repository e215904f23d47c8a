namespace LocalAws.EventBridge.Targets;

/// <summary>What only a FIFO queue needs. It is kept; there are no FIFO queues here.</summary>
internal sealed record SqsParameters(string? MessageGroupId);
