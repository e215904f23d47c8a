namespace LocalAws.EventBridge.Replays;

/// <summary>A replay as clients see it.</summary>
internal sealed record ReplayDescription(
    string ReplayName,
    string EventSourceArn,
    string State,
    DateTimeOffset EventStartTime,
    DateTimeOffset EventEndTime,
    DateTimeOffset ReplayStartTime)
{
    /// <summary>Null until an event was replayed.</summary>
    public DateTimeOffset? EventLastReplayedTime { get; init; }

    /// <summary>Null until it was completed or cancelled.</summary>
    public DateTimeOffset? ReplayEndTime { get; init; }

    /// <summary>Lists leave it out, like the description and the destination.</summary>
    public string? ReplayArn { get; init; }

    public string? Description { get; init; }

    public ReplayDestination? Destination { get; init; }

    public static ReplayDescription Of(Replay replay, DateTimeOffset now) => new(
        replay.Name,
        replay.Request.EventSourceArn!,
        replay.State(now),
        replay.Request.EventStartTime!.Value,
        replay.Request.EventEndTime!.Value,
        replay.StartedAt)
    {
        EventLastReplayedTime = replay.Progress.LastEventTime,
        ReplayEndTime = replay.EndedAt(now),
    };
}
