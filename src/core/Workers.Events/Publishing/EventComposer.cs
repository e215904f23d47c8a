using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workers.Events.Reading;

namespace Workers.Events.Publishing;

/// <summary>Writes details as the bus carries them.</summary>
internal sealed class EventComposer(FrozenDictionary<Type, EventShape> shapes)
{
    public OutgoingEvent Compose(IEventDetail detail, EventMetadata metadata, DateTimeOffset time)
    {
        var shape = ShapeOf(detail);
        if (shape.Ranges.Check(detail) is { } violations)
        {
            throw new ArgumentException($"{shape.Name} is refused: {string.Join("; ", violations)}", nameof(detail));
        }

        var json = JsonSerializer.SerializeToNode(detail, shape.Json)!.AsObject();
        json[MetadataField.Metadata] = MetadataOf(metadata, shape.Version);
        return new(metadata.EventId, shape.Name, json.ToJsonString(OutgoingEvent.Plain), time);
    }

    public EventShape ShapeOf(IEventDetail detail) =>
        shapes.GetValueOrDefault(detail.GetType())
        ?? throw new ArgumentException($"No event is registered for {detail.GetType().Name}.", nameof(detail));

    public bool AnswersTask(IEventDetail detail) => shapes.GetValueOrDefault(detail.GetType()) is { AnswersTask: true };

    private static JsonObject MetadataOf(EventMetadata metadata, EventVersion version)
    {
        var json = new JsonObject
        {
            [MetadataField.EventId] = metadata.EventId,
            [MetadataField.EventVersion] = version.ToString(),
            [MetadataField.CorrelationId] = metadata.CorrelationId,
        };
        AddTo(json, MetadataField.CausationId, metadata.CausationId);
        AddTo(json, MetadataField.TraceParent, metadata.TraceParent);
        AddTo(json, MetadataField.TaskToken, metadata.TaskToken);
        AddTo(json, MetadataField.Fulfilment, metadata.Fulfilment);
        return json;
    }

    private static void AddTo(JsonObject json, string member, string? text)
    {
        if (text is not null)
        {
            json[member] = text;
        }
    }
}
