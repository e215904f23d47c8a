namespace LocalAws.EventBridge.Events;

/// <summary>Whether it matches.</summary>
internal sealed record TestEventPatternResponse(bool Result);
