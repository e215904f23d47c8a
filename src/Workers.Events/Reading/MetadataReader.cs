using Workers.Events.Reading.Json;

namespace Workers.Events.Reading;

/// <summary>Reads <c>detail.metadata</c>, and completes what foreign producers leave out.</summary>
internal static class MetadataReader
{
    private const int LongestId = 128;
    private static readonly EventVersion First = new(1, 0);

    public static MetadataJson Read(ReadOnlySpan<byte> detail) =>
        JsonShape.Read<DetailJson>(detail, EnvelopeJsonContext.Default.DetailJson).Metadata ?? new();

    public static EventVersion VersionOf(MetadataJson metadata) =>
        metadata.EventVersion is not { } text ? First
        : EventVersion.TryParse(text, out var version) ? version
        : throw PoisonEventException.At("metadata.eventVersion", "must be major.minor, such as 1.0");

    /// <param name="metadata">As the detail has it, upcast.</param>
    /// <param name="eventId">What the event is known by, whoever named it.</param>
    /// <param name="shape">The version of the shape that the detail was read into; a newer minor of it stays.</param>
    public static EventMetadata Complete(MetadataJson metadata, string eventId, EventVersion shape)
    {
        CheckId("metadata.eventId", eventId);
        CheckId("metadata.correlationId", metadata.CorrelationId);
        CheckId("metadata.causationId", metadata.CausationId);

        var stated = VersionOf(metadata).Major == shape.Major ? metadata.EventVersion : null;
        return new(
            eventId,
            metadata.CorrelationId ?? eventId,
            metadata.CausationId,
            metadata.TraceParent,
            stated ?? shape.ToString());
    }

    private static void CheckId(string field, string? id)
    {
        if (id is not (null or { Length: >= 1 and <= LongestId }))
        {
            throw PoisonEventException.At(field, $"must have 1 to {LongestId} characters");
        }
    }
}
