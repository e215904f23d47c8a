namespace LocalAws.EventBridge.Replays;

/// <summary>What StartReplay and CancelReplay answer.</summary>
internal sealed record ReplayResponse(string ReplayArn, string State)
{
    /// <summary>When it started; CancelReplay does not say.</summary>
    public DateTimeOffset? ReplayStartTime { get; init; }
}
