namespace Workers.Contracts.Tables;

/// <summary>The columns of the <c>event-idempotency</c> table that others than the effects library read.</summary>
public static class IdempotencyColumns
{
    /// <summary>The key, as text: the effects library makes it, and names it so.</summary>
    public const string Marker = "marker";

    /// <summary>When a row expires, in epoch seconds.</summary>
    public const string ExpiresAt = "expiresAt";

    /// <summary>The events that the effect emits, as a list of maps.</summary>
    public const string Events = "events";

    /// <summary>In an event's map: its id, as text.</summary>
    public const string EventId = "eventId";

    /// <summary>In an event's map: its detail, as JSON text.</summary>
    public const string Detail = "detail";

    /// <summary>Of a claim: how far it is, as text. A marker has none.</summary>
    public const string State = "state";
}
