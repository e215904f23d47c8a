namespace LocalAws.EventBridge.Events;

/// <summary>TestEventPattern: does this event match this pattern?</summary>
internal sealed record TestEventPatternRequest(string? EventPattern, string? Event);
