namespace LocalAws.EventBridge.Events;

/// <summary>What became of each entry, in the order of the request.</summary>
internal sealed record PutEventsResponse(int FailedEntryCount, IReadOnlyList<PutEventsResult> Entries);
