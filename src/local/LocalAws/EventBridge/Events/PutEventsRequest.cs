namespace LocalAws.EventBridge.Events;

/// <summary>PutEvents: 1 to 10 events, 1 MB in all.</summary>
internal sealed record PutEventsRequest(IReadOnlyList<PutEventsEntry>? Entries);
