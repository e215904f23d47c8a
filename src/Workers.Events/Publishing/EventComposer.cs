using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using Workers.Events.Reading;
using Workers.Events.Reading.Json;

namespace Workers.Events.Publishing;

/// <summary>Writes details as the bus carries them.</summary>
internal sealed class EventComposer(FrozenDictionary<Type, EventShape> shapes)
{
    // Escapes for HTML would only cost bytes: nothing on the bus is a web page.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public OutgoingEvent Compose(IEventDetail detail, EventMetadata metadata, DateTimeOffset time)
    {
        var shape = ShapeOf(detail);
        if (detail.Violations().ToList() is { Count: > 0 } violations)
        {
            throw new ArgumentException($"{shape.Name} is refused: {string.Join("; ", violations)}", nameof(detail));
        }

        var json = JsonSerializer.SerializeToNode(detail, shape.Json)!.AsObject();
        json["metadata"] = JsonSerializer.SerializeToNode(
            new MetadataJson
            {
                EventId = metadata.EventId,
                EventVersion = shape.Version.ToString(),
                CorrelationId = metadata.CorrelationId,
                CausationId = metadata.CausationId,
                TraceParent = metadata.TraceParent,
            },
            EnvelopeJsonContext.Default.MetadataJson);
        return new(metadata.EventId, shape.Name, json.ToJsonString(Plain), time);
    }

    public EventShape ShapeOf(IEventDetail detail) =>
        shapes.GetValueOrDefault(detail.GetType())
        ?? throw new ArgumentException($"No event is registered for {detail.GetType().Name}.", nameof(detail));
}
