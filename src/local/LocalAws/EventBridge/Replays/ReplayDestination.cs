namespace LocalAws.EventBridge.Replays;

/// <summary>Where a replay puts its events: the bus that was archived, and which of its rules get them; null means all.</summary>
internal sealed record ReplayDestination(string? Arn, IReadOnlyList<string>? FilterArns);
