namespace LocalAws.EventBridge.Targets;

/// <summary>RemoveTargets.</summary>
internal sealed record RemoveTargetsRequest(string? Rule, string? EventBusName, IReadOnlyList<string>? Ids, bool? Force);
