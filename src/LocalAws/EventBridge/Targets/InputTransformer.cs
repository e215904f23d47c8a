namespace LocalAws.EventBridge.Targets;

/// <summary>A template, and where in the event its variables' values stand.</summary>
internal sealed record InputTransformer(IReadOnlyDictionary<string, string>? InputPathsMap, string? InputTemplate);
