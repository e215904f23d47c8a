namespace Workers.Contracts.Tables;

/// <summary>The attributes of the <c>order-events</c> table: the history of every order, which only ever grows.</summary>
public static class OrderEventColumns
{
    /// <summary>The partition key: an order, as text.</summary>
    public const string OrderId = "orderId";

    /// <summary>The sort key: the entry's number, from 1 without a gap.</summary>
    public const string Version = "version";

    /// <summary>What the entry did, as text: Decided, Applied, Pending or Ignored.</summary>
    public const string Kind = "kind";

    /// <summary>The event's source, as text.</summary>
    public const string Source = "source";

    /// <summary>The event's detail-type, as text.</summary>
    public const string Type = "type";

    /// <summary>The version of the detail's shape, as text.</summary>
    public const string EventVersion = "eventVersion";

    /// <summary>The event's detail, as text: a JSON object.</summary>
    public const string Detail = "detail";

    /// <summary>When it happened, as text.</summary>
    public const string OccurredAt = "occurredAt";

    /// <summary>When the message that brought it was first received, as text.</summary>
    public const string RecordedAt = "recordedAt";

    /// <summary>The event's id, as text.</summary>
    public const string EventId = "eventId";

    /// <summary>The id of the event that caused it, as text; absent where nothing did.</summary>
    public const string CausationId = "causationId";

    /// <summary>The chain that it belongs to, as text.</summary>
    public const string CorrelationId = "correlationId";

    /// <summary>The handler and the build that wrote the entry, as text.</summary>
    public const string RecordedBy = "recordedBy";

    /// <summary>Whether another company's program told it; absent where not.</summary>
    public const string Foreign = "foreign";

    /// <summary>Why it was ignored or what it waits for, as text; absent otherwise.</summary>
    public const string Why = "why";

    /// <summary>The number under which it came before its turn; absent where it was applied as it came.</summary>
    public const string CameAs = "cameAs";
}
