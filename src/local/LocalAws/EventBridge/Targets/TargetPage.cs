namespace LocalAws.EventBridge.Targets;

/// <summary>A page of ListTargetsByRule.</summary>
internal sealed record TargetPage(IEnumerable<Target> Targets, string? NextToken);
