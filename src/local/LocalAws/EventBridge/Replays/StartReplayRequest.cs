namespace LocalAws.EventBridge.Replays;

/// <summary>StartReplay.</summary>
internal sealed record StartReplayRequest(string? ReplayName)
{
    public string? Description { get; init; }

    public string? EventSourceArn { get; init; }

    public DateTimeOffset? EventStartTime { get; init; }

    public DateTimeOffset? EventEndTime { get; init; }

    public ReplayDestination? Destination { get; init; }
}

/// <summary>Where a replay puts its events: the bus that was archived, and which of its rules get them; null means all.</summary>
internal sealed record ReplayDestination(string? Arn, IReadOnlyList<string>? FilterArns);
