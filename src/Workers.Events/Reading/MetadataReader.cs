using System.Text.Json;
using Workers.Events.Reading.Json;

namespace Workers.Events.Reading;

/// <summary>Reads <c>detail.metadata</c>, and completes what foreign producers leave out.</summary>
internal sealed class MetadataReader(KnownTexts known)
{
    private static readonly string[] DetailMembers = [MetadataField.Metadata];
    private static readonly string[] Members =
    [
        MetadataField.EventId,
        MetadataField.EventVersion,
        MetadataField.CorrelationId,
        MetadataField.CausationId,
        MetadataField.TraceParent,
    ];
    private static readonly EventVersion First = new(1, 0);

    public RawMetadata Read(ReadOnlySpan<byte> detail)
    {
        var members = new JsonMembers(detail, "", DetailMembers);
        if (members.KindOf(MetadataField.Metadata) is JsonTokenType.None or JsonTokenType.Null)
        {
            return default;
        }

        var metadata = new JsonMembers(members.Json(MetadataField.Metadata), MetadataField.Metadata, Members);
        return new(
            metadata.Id(MetadataField.EventId, known),
            metadata.Text(MetadataField.EventVersion, known),
            metadata.Id(MetadataField.CorrelationId, known),
            metadata.Id(MetadataField.CausationId, known),
            metadata.Text(MetadataField.TraceParent, known));
    }

    public static EventVersion VersionOf(RawMetadata metadata) =>
        metadata.EventVersion is not { } text ? First
        : EventVersion.TryParse(text, out var version) ? version
        : throw Problem(MetadataField.EventVersion, "must be major.minor, such as 1.0");

    /// <param name="metadata">As the detail has it, upcast.</param>
    /// <param name="eventId">What the event is known by, whoever named it.</param>
    /// <param name="shape">The version of the shape that the detail was read into; a newer minor of it stays.</param>
    public static EventMetadata Complete(RawMetadata metadata, string eventId, EventVersion shape)
    {
        var stated = VersionOf(metadata).Major == shape.Major ? metadata.EventVersion : null;
        return new(
            eventId,
            metadata.CorrelationId ?? eventId,
            metadata.CausationId,
            metadata.TraceParent,
            stated ?? shape.ToString());
    }

    public static PoisonEventException Problem(string member, string problem) =>
        PoisonEventException.At($"{MetadataField.Metadata}.{member}", problem);
}
