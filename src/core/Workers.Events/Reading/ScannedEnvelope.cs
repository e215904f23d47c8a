using System.Text.Json;

namespace Workers.Events.Reading;

/// <summary>Where the members of EventBridge's envelope stand in a body, and those of the metadata in its detail.</summary>
internal struct ScannedEnvelope
{
    public ScannedMember Id { get; private set; }

    public ScannedMember Source { get; private set; }

    public ScannedMember DetailType { get; private set; }

    public ScannedMember Time { get; private set; }

    public ScannedMember Detail { get; private set; }

    public ScannedMetadata Metadata { get; private set; }

    /// <summary>Whether it has the members that make an envelope, whatever is in them.</summary>
    public readonly bool IsWhole =>
        Source.Kind is not JsonTokenType.None && DetailType.Kind is not JsonTokenType.None && Detail.Kind is not JsonTokenType.None;

    /// <exception cref="PoisonEventException">It is no JSON object.</exception>
    public static ScannedEnvelope Of(ReadOnlySpan<byte> body) => JsonPass.Through(body, Scan);

    private static ScannedEnvelope Scan(ref Utf8JsonReader reader)
    {
        var found = default(ScannedEnvelope);
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                found.Id = ScannedMember.Pass(ref reader, found.Id);
            }
            else if (reader.ValueTextEquals("source"u8))
            {
                found.Source = ScannedMember.Pass(ref reader, found.Source);
            }
            else if (reader.ValueTextEquals("detail-type"u8))
            {
                found.DetailType = ScannedMember.Pass(ref reader, found.DetailType);
            }
            else if (reader.ValueTextEquals("time"u8))
            {
                found.Time = ScannedMember.Pass(ref reader, found.Time);
            }
            else if (reader.ValueTextEquals("detail"u8))
            {
                found.ScanDetail(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return found;
    }

    private void ScanDetail(ref Utf8JsonReader reader)
    {
        var detail = ScannedMember.Begin(ref reader, Detail);
        if (detail.Kind is JsonTokenType.StartObject)
        {
            Metadata = ScannedMetadata.Scan(ref reader);
        }
        else
        {
            reader.Skip();
        }

        Detail = detail.End(in reader);
    }
}
