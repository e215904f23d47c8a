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
