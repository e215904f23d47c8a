namespace LocalAws.EventBridge;

/// <summary>The answer of an operation that has nothing to say: <c>{}</c>.</summary>
internal sealed record Nothing;
