namespace Workers.Events.Publishing;

/// <summary>An event that EventBridge did not take, and what it said.</summary>
internal sealed record RefusedEntry(OutgoingEvent Event, string ErrorCode);
