using System.Text.Json;

namespace Workers.Events.Reading;

/// <summary>Where a detail's metadata stands, and its members. Found on the way through the detail.</summary>
internal struct ScannedMetadata
{
    private ScannedMember _metadata;
    private ScannedMember _eventId;
    private ScannedMember _eventVersion;
    private ScannedMember _correlationId;
    private ScannedMember _causationId;
    private ScannedMember _traceParent;

    /// <exception cref="PoisonEventException">It is no JSON object.</exception>
    public static ScannedMetadata Of(ReadOnlySpan<byte> detail) => JsonPass.Through(detail, Scan);

    /// <param name="reader">Stands on the first brace of a detail, and is left on its last.</param>
    public static ScannedMetadata Scan(ref Utf8JsonReader reader)
    {
        var found = default(ScannedMetadata);
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("metadata"u8))
            {
                found.ScanMembers(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return found;
    }

    /// <param name="json">What was scanned.</param>
    /// <exception cref="PoisonEventException">The metadata is no object, or one of its members is not in order.</exception>
    public readonly StatedMetadata Read(ReadOnlySpan<byte> json)
    {
        _metadata.RefuseRepetition(MetadataField.Metadata);
        return _metadata.Kind switch
        {
            JsonTokenType.None or JsonTokenType.Null => default,
            JsonTokenType.StartObject => new(
                _eventId.Id(json, $"{MetadataField.Metadata}.{MetadataField.EventId}"),
                _eventVersion.Text(json, $"{MetadataField.Metadata}.{MetadataField.EventVersion}"),
                _correlationId.Id(json, $"{MetadataField.Metadata}.{MetadataField.CorrelationId}"),
                _causationId.Id(json, $"{MetadataField.Metadata}.{MetadataField.CausationId}"),
                _traceParent.Text(json, $"{MetadataField.Metadata}.{MetadataField.TraceParent}")),
            _ => throw PoisonEventException.At(MetadataField.Metadata, "must be an object"),
        };
    }

    private void ScanMembers(ref Utf8JsonReader reader)
    {
        var metadata = ScannedMember.Begin(ref reader, _metadata);
        if (metadata.Kind is not JsonTokenType.StartObject)
        {
            reader.Skip();
        }

        while (metadata.Kind is JsonTokenType.StartObject && reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("eventId"u8))
            {
                _eventId = ScannedMember.Pass(ref reader, _eventId);
            }
            else if (reader.ValueTextEquals("eventVersion"u8))
            {
                _eventVersion = ScannedMember.Pass(ref reader, _eventVersion);
            }
            else if (reader.ValueTextEquals("correlationId"u8))
            {
                _correlationId = ScannedMember.Pass(ref reader, _correlationId);
            }
            else if (reader.ValueTextEquals("causationId"u8))
            {
                _causationId = ScannedMember.Pass(ref reader, _causationId);
            }
            else if (reader.ValueTextEquals("traceparent"u8))
            {
                _traceParent = ScannedMember.Pass(ref reader, _traceParent);
            }
            else
            {
                reader.Skip();
            }
        }

        _metadata = metadata.End(in reader);
    }
}
