using Workers.Contracts.Tables;

namespace Workers.AuditTrail;

/// <summary>Where an event stands among those of its entity: they sort by when they happened.</summary>
public static class AuditKey
{
    private const int Digits = 8;

    /// <summary>The sort key. Its last part tells facts apart that somebody states at one time under one event id.</summary>
    /// <param name="occurredAt">When it happened.</param>
    /// <param name="eventId">The event's id.</param>
    /// <param name="fingerprint">What it says, as <see cref="AuditFingerprint"/> has it.</param>
    public static string Of(DateTimeOffset occurredAt, string eventId, string fingerprint) =>
        $"{SortableTime.Of(occurredAt)}#{eventId}#{fingerprint[..Digits]}";
}
