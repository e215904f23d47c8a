namespace LocalAws.EventBridge.Replays;

/// <summary>A page of ListReplays.</summary>
internal sealed record ReplayPage(IEnumerable<ReplayDescription> Replays, string? NextToken);
