using System.Text.Json;
using Workers.Events.Reading.Json;

namespace Workers.Events.Reading;

/// <summary>Reads <c>detail.metadata</c>, and completes what foreign producers leave out.</summary>
internal sealed class MetadataReader(KnownTexts known)
{
    /// <summary>Where metadata is, in a detail.</summary>
    public static readonly JsonEncodedText Metadata = JsonEncodedText.Encode(MetadataField.Metadata);

    private static readonly JsonEncodedText EventId = JsonEncodedText.Encode(MetadataField.EventId);
    private static readonly JsonEncodedText Version = JsonEncodedText.Encode(MetadataField.EventVersion);
    private static readonly JsonEncodedText CorrelationId = JsonEncodedText.Encode(MetadataField.CorrelationId);
    private static readonly JsonEncodedText CausationId = JsonEncodedText.Encode(MetadataField.CausationId);
    private static readonly JsonEncodedText TraceParent = JsonEncodedText.Encode(MetadataField.TraceParent);
    private static readonly MemberNames DetailMembers = new(Metadata);
    private static readonly MemberNames Members = new(EventId, Version, CorrelationId, CausationId, TraceParent);
    private static readonly EventVersion First = new(1, 0);

    public RawMetadata Read(ReadOnlySpan<byte> detail)
    {
        var members = new JsonMembers(detail, "", DetailMembers);
        if (members.KindOf(Metadata) is JsonTokenType.None or JsonTokenType.Null)
        {
            return default;
        }

        return ReadObject(members.Json(Metadata));
    }

    /// <summary>Reads what is known to be the metadata's object.</summary>
    public RawMetadata ReadObject(ReadOnlySpan<byte> json)
    {
        var metadata = new JsonMembers(json, MetadataField.Metadata, Members);
        return new(
            metadata.Id(EventId),
            metadata.Text(Version, known),
            metadata.Id(CorrelationId),
            metadata.Id(CausationId),
            metadata.Text(TraceParent, known: null));
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
