namespace LocalAws.EventBridge.Targets;

/// <summary>The queue that gets what could not be delivered.</summary>
internal sealed record DeadLetterConfig(string? Arn);
