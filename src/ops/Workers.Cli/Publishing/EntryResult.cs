namespace Workers.Cli.Publishing;

/// <summary>What became of one entry of the input.</summary>
/// <param name="Entry">Its place, from 1.</param>
/// <param name="Event">Source and detail-type, where it could be read.</param>
/// <param name="EventId">The event's idempotency key, where it could be read.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Problem">Why it was not published, where that is its own fault or EventBridge's.</param>
internal sealed record EntryResult(int Entry, string? Event, string? EventId, EntryStatus Status, string? Problem = null);
