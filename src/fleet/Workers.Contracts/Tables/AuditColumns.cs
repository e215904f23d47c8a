namespace Workers.Contracts.Tables;

/// <summary>The attributes of the <c>audit</c> table, which the audit worker only ever adds to.</summary>
public static class AuditColumns
{
    /// <summary>The partition key, as text: what the event is about, for example <c>order#ORD-1</c>.</summary>
    public const string Entity = "entity";

    /// <summary>The sort key, as text: when it happened, the event's id, and the first digits of its fingerprint.</summary>
    public const string At = "at";

    /// <summary>On a reference alone, as text: the entity whose row, under the same sort key, holds the event.</summary>
    public const string HeldBy = "heldBy";

    /// <summary>The event's source, as text.</summary>
    public const string Source = "source";

    /// <summary>The event's detail-type, as text.</summary>
    public const string Type = "type";

    /// <summary>The event's id, as text.</summary>
    public const string EventId = "eventId";

    /// <summary>The chain of events that it belongs to, as text.</summary>
    public const string CorrelationId = "correlationId";

    /// <summary>The id of the event that caused it, as text; absent where none did.</summary>
    public const string CausationId = "causationId";

    /// <summary>When it happened, as text: the envelope's time.</summary>
    public const string OccurredAt = "occurredAt";

    /// <summary>When the message that brought it was first received, as text.</summary>
    public const string RecordedAt = "recordedAt";

    /// <summary>The event's detail as it stood, as text; absent where it is packed.</summary>
    public const string Detail = "detail";

    /// <summary>The same, compressed by Brotli, as bytes; absent where it is not packed.</summary>
    public const string PackedDetail = "packedDetail";

    /// <summary>SHA-256 of source, detail-type and detail without metadata, as text.</summary>
    public const string Fingerprint = "fingerprint";

    /// <summary>The entities that have a reference to this row, as a list of texts; absent where none has.</summary>
    public const string References = "references";

    /// <summary>
    /// How many entities have none, because an event can name more than a transaction can write; absent where all have one.
    /// </summary>
    public const string LeftOut = "leftOut";

    /// <summary>The chain that knows the row, as text.</summary>
    public const string Chain = "chain";

    /// <summary>The number of the chain's link to it; absent on references.</summary>
    public const string Link = "link";

    /// <summary>When the row expires, in epoch seconds; absent on rows that are kept.</summary>
    public const string ExpiresAt = "expiresAt";
}
