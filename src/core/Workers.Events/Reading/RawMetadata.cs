namespace Workers.Events.Reading;

/// <summary><c>detail.metadata</c> as it arrived; a foreign producer may leave out anything.</summary>
internal readonly record struct RawMetadata(
    string? EventId,
    string? EventVersion,
    string? CorrelationId,
    string? CausationId,
    string? TraceParent);
