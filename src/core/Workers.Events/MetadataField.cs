namespace Workers.Events;

/// <summary>How metadata is spelled on the wire.</summary>
internal static class MetadataField
{
    public const string Metadata = "metadata";
    public const string EventId = "eventId";
    public const string EventVersion = "eventVersion";
    public const string CorrelationId = "correlationId";
    public const string CausationId = "causationId";
    public const string TraceParent = "traceparent";
    public const string TaskToken = "taskToken";
    public const string Fulfilment = "fulfilment";
}
