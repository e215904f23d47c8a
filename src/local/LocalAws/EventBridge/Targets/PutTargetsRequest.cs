namespace LocalAws.EventBridge.Targets;

/// <summary>PutTargets.</summary>
internal sealed record PutTargetsRequest(string? Rule, string? EventBusName, IReadOnlyList<Target>? Targets);
