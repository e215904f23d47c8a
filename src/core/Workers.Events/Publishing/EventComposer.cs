using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workers.Events.Reading;

namespace Workers.Events.Publishing;

/// <summary>Writes details as the bus carries them.</summary>
internal sealed class EventComposer(FrozenDictionary<Type, EventShape> shapes)
{
    // Escapes for HTML would only cost bytes: nothing on the bus is a web page.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public OutgoingEvent Compose(IEventDetail detail, EventMetadata metadata, DateTimeOffset time)
    {
        var shape = ShapeOf(detail);
        if (shape.Ranges.Check(detail) is { } violations)
        {
            throw new ArgumentException($"{shape.Name} is refused: {string.Join("; ", violations)}", nameof(detail));
        }

        var json = JsonSerializer.SerializeToNode(detail, shape.Json)!.AsObject();
        json[MetadataField.Metadata] = MetadataOf(metadata, shape.Version);
        return new(metadata.EventId, shape.Name, json.ToJsonString(Plain), time);
    }

    public EventShape ShapeOf(IEventDetail detail) =>
        shapes.GetValueOrDefault(detail.GetType())
        ?? throw new ArgumentException($"No event is registered for {detail.GetType().Name}.", nameof(detail));

    private static JsonObject MetadataOf(EventMetadata metadata, EventVersion version)
    {
        var json = new JsonObject
        {
            [MetadataField.EventId] = metadata.EventId,
            [MetadataField.EventVersion] = version.ToString(),
            [MetadataField.CorrelationId] = metadata.CorrelationId,
        };
        if (metadata.CausationId is not null)
        {
            json[MetadataField.CausationId] = metadata.CausationId;
        }

        if (metadata.TraceParent is not null)
        {
            json[MetadataField.TraceParent] = metadata.TraceParent;
        }

        return json;
    }
}
