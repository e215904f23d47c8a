using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using LocalAws.Http;

namespace LocalAws.EventBridge.Events;

/// <summary>Makes events out of entries.</summary>
internal sealed class EventFactory(TimeProvider time)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes the event, or says why the entry is refused.</summary>
    public (BusEvent? Event, PutEventsResult Result) Make(PutEventsEntry entry, string region)
    {
        if (Refuse(entry) is { } refusal)
        {
            return (null, refusal);
        }

        var (id, now) = (Guid.NewGuid().ToString(), time.GetUtcNow());
        try
        {
            var @event = new BusEvent(id, Envelope(entry, id, region, now), now) { TraceHeader = entry.TraceHeader };
            return Surrogates.AreUnpaired(entry.Detail!, @event.Root) ? (null, Malformed()) : (@event, new PutEventsResult(id));
        }
        catch (JsonException)
        {
            return (null, Malformed());
        }
    }

    /// <summary>Makes an event of AWS itself, whose source begins with <c>aws.</c>.</summary>
    public BusEvent MakeOfService(PutEventsEntry entry, string region)
    {
        var (id, now) = (Guid.NewGuid().ToString(), time.GetUtcNow());
        return new BusEvent(id, Envelope(entry, id, region, now), now);
    }

    private static PutEventsResult? Refuse(PutEventsEntry entry) => entry switch
    {
        { Source: null or "" } => Missing("Source"),
        { DetailType: null or "" } => Missing("DetailType"),
        { Detail: null or "" } => Missing("Detail"),
        _ when entry.Source.StartsWith("aws.", StringComparison.Ordinal) =>
            new PutEventsResult(null, "NotAuthorizedForSourceException", "Not authorized for the source."),
        _ when !entry.Detail.AsSpan().TrimStart().StartsWith('{') => Malformed(),
        _ => null,
    };

    private static PutEventsResult Missing(string member) =>
        new(null, "InvalidArgument", $"Parameter {member} is not valid. Reason: {member} is a required argument.");

    private static PutEventsResult Malformed() => new(null, "MalformedDetail", "Detail is malformed.");

    private static byte[] Envelope(PutEventsEntry entry, string id, string region, DateTimeOffset now)
    {
        var buffer = new ArrayBufferWriter<byte>(512 + entry.Detail!.Length);
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        writer.WriteString("version", "0");
        writer.WriteString("id", id);
        writer.WriteString("detail-type", entry.DetailType);
        writer.WriteString("source", entry.Source);
        writer.WriteString("account", AwsRequest.Account);
        writer.WriteString("time", BusEvent.Format(entry.Time ?? now));
        writer.WriteString("region", region);
        writer.WriteStartArray("resources");
        foreach (var resource in entry.Resources ?? [])
        {
            writer.WriteStringValue(resource);
        }

        writer.WriteEndArray();
        writer.WritePropertyName("detail");
        writer.WriteRawValue(entry.Detail);   // numbers and strings as they are written; malformed JSON throws
        writer.WriteEndObject();
        writer.Flush();
        return Compact(buffer.WrittenSpan);
    }

    // As on AWS, what reaches a target has no white space that JSON does not need.
    private static byte[] Compact(ReadOnlySpan<byte> json)
    {
        var (compact, length, isInString) = (new byte[json.Length], 0, false);
        for (var index = 0; index < json.Length; index++)
        {
            var character = json[index];
            if (!isInString && character is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            {
                continue;
            }

            compact[length++] = character;
            if (isInString && character == '\\')
            {
                compact[length++] = json[++index];
            }
            else if (character == '"')
            {
                isInString = !isInString;
            }
        }

        return compact[..length];
    }
}
