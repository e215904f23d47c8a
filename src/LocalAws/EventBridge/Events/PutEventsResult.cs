namespace LocalAws.EventBridge.Events;

/// <summary>What became of one entry: an id, or an error.</summary>
internal sealed record PutEventsResult(string? EventId, string? ErrorCode = null, string? ErrorMessage = null);
