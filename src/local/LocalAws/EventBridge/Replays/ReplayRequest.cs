namespace LocalAws.EventBridge.Replays;

/// <summary>DescribeReplay and CancelReplay.</summary>
internal sealed record ReplayRequest(string? ReplayName);
