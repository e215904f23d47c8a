using System.Text.Json;

namespace Workers.Operations.DeadLetters;

/// <summary>What can be told of an event from its body, which may be anything: a dead letter often is.</summary>
/// <param name="Event">Source and detail-type.</param>
/// <param name="EventId">The metadata's eventId, else the envelope's id.</param>
internal sealed record BodyGlance(string? Event, string? EventId)
{
    private static readonly BodyGlance Nothing = new(null, null);

    public static BodyGlance At(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var envelope = Member(json.RootElement, "event") ?? json.RootElement;   // what a transformer wraps
            var detail = Member(envelope, "detail");
            var name = Text(envelope, "source") is { } source && Text(envelope, "detail-type") is { } type ? $"{source}/{type}" : null;
            var eventId = detail is { } found && Member(found, "metadata") is { } metadata ? Text(metadata, "eventId") : null;
            return new(name, eventId ?? Text(envelope, "id"));
        }
        catch (JsonException)
        {
            return Nothing;
        }
        catch (InvalidOperationException)
        {
            return Nothing;   // a text with half a surrogate pair, which .NET cannot read
        }
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
