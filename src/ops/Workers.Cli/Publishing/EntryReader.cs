using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Events.Reading;

namespace Workers.Cli.Publishing;

/// <summary>Reads entries as a consumer will. What a consumer would dead-letter is told here instead.</summary>
internal sealed class EntryReader(EventRegistry registry, TimeProvider time)
{
    private const string Metadata = "metadata";
    private const string EventId = "eventId";
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The entry as an event for the bus. An id that stands nowhere in its detail is written there: EventBridge keeps no other.</summary>
    /// <exception cref="PoisonEventException">No consumer could handle it.</exception>
    /// <exception cref="UnknownEventException">Nobody registered its event.</exception>
    /// <exception cref="JsonException">Its detail is a text that is no JSON that could be read.</exception>
    public OutgoingEvent Read(JsonObject entry, string idWithoutOne)
    {
        var envelope = entry.DeepClone().AsObject();
        envelope["time"] ??= time.GetUtcNow().UtcDateTime;
        var received = registry.Read(envelope.ToJsonString(Plain), idWithoutOne);
        var detail = Detail(envelope);
        if (detail[Metadata] is not JsonObject metadata)
        {
            detail[Metadata] = metadata = [];
        }

        metadata[EventId] ??= received.Metadata.EventId;
        return new(received.Metadata.EventId, received.Envelope.Name, detail.ToJsonString(Plain), received.Envelope.Time);
    }

    // Some producers write the object as a text; on the bus it must be one, or rules cannot look into it.
    private static JsonObject Detail(JsonObject envelope) =>
        envelope["detail"] is JsonObject detail
            ? (JsonObject)detail.DeepClone()
            : StrictJson.Parse(envelope["detail"]!.GetValue<string>()) as JsonObject
                ?? throw new JsonException("the detail is a text that is no JSON object.");
}
