using Amazon.DynamoDBv2.Model;
using Workers.Effects.Decisions;
using Workers.Events.Publishing;

namespace Workers.Effects.Publishing;

/// <summary>Emitted events as a marker or a claim holds them: whole, so that each publish of one says the same.</summary>
internal static class StoredEvents
{
    public const string Attribute = "events";

    public static AttributeValue ToAttribute(IReadOnlyList<OutgoingEvent> events) => new() { L = [.. events.Select(ToAttribute)] };

    public static IReadOnlyList<OutgoingEvent> Read(Item row) =>
        row.Attributes.GetValueOrDefault(Attribute)?.L is { } events
            ? [.. events.Select(stored => ToEvent(new Item(stored.M)))]
            : [];

    private static AttributeValue ToAttribute(OutgoingEvent outgoing)
    {
        var stored = new Dictionary<string, AttributeValue>
        {
            ["eventId"] = Value.Of(outgoing.EventId),
            ["source"] = Value.Of(outgoing.Name.Source),
            ["detail-type"] = Value.Of(outgoing.Name.DetailType),
            ["detail"] = Value.Of(outgoing.Detail),
            ["time"] = Value.Of(outgoing.Time),
        };
        if (outgoing.IsAside)
        {
            stored["isAside"] = new() { BOOL = true };
        }

        return new() { M = stored };
    }

    private static OutgoingEvent ToEvent(Item stored) => new(
        stored.Text("eventId")!,
        new(stored.Text("source")!, stored.Text("detail-type")!),
        stored.Text("detail")!,
        stored.Time("time")!.Value)
    {
        IsAside = stored.Attributes.ContainsKey("isAside"),
    };
}
