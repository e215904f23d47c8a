using System.Text.Json;
using Workers.Events.Reading.Json;

namespace Workers.Events.Reading;

/// <summary>Reads <c>detail.metadata</c>, and completes what foreign producers leave out.</summary>
internal sealed class MetadataReader
{
    /// <summary>The member of a detail that the metadata is.</summary>
    public static readonly JsonEncodedText Metadata = JsonEncodedText.Encode(MetadataField.Metadata);

    private const int EventId = 0;
    private const int Version = 1;
    private const int CorrelationId = 2;
    private const int CausationId = 3;
    private const int TraceParent = 4;

    private static readonly EventVersion First = new(1, 0);

    private readonly MemberFinder _details = new(new(Metadata), path: "");

    private readonly MemberFinder _members = new(
        new(
            JsonEncodedText.Encode(MetadataField.EventId),
            JsonEncodedText.Encode(MetadataField.EventVersion),
            JsonEncodedText.Encode(MetadataField.CorrelationId),
            JsonEncodedText.Encode(MetadataField.CausationId),
            JsonEncodedText.Encode(MetadataField.TraceParent))
        {
            Same = [Version],
        },
        path: MetadataField.Metadata);

    public RawMetadata Read(ReadOnlySpan<byte> detail)
    {
        var members = _details.FindAnyhow(detail);
        return members.KindOf(0) is JsonTokenType.None or JsonTokenType.Null ? default : ReadObject(members.Json(0));
    }

    /// <summary>Reads what is known to be the metadata's object.</summary>
    public RawMetadata ReadObject(ReadOnlySpan<byte> json)
    {
        var metadata = _members.Find(json);
        return new(
            metadata.Id(EventId),
            metadata.Text(Version),
            metadata.Id(CorrelationId),
            metadata.Id(CausationId),
            metadata.Text(TraceParent));
    }

    public static EventVersion VersionOf(RawMetadata metadata) =>
        metadata.EventVersion is not { } text ? First
        : EventVersion.TryParse(text, out var version) ? version
        : throw Problem(MetadataField.EventVersion, "must be major.minor, such as 1.0");

    /// <param name="metadata">As the detail has it, upcast.</param>
    /// <param name="eventId">What the event is known by, whoever named it.</param>
    /// <param name="version">Its version.</param>
    /// <param name="shape">The version of the shape that the detail was read into; a newer minor of it stays.</param>
    public static EventMetadata Complete(RawMetadata metadata, string eventId, EventVersion version, EventVersion shape)
    {
        var stated = version.Major == shape.Major ? metadata.EventVersion : null;
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
