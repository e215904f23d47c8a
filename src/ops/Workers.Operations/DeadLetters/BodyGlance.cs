using System.Text.Json;

namespace Workers.Operations.DeadLetters;

/// <summary>What can be told of an event from its body, which may be anything: a dead letter often is.</summary>
/// <param name="Event">Source and detail-type.</param>
/// <param name="EventId">The metadata's eventId, else the envelope's id.</param>
/// <param name="CorrelationId">The chain of events that it belongs to.</param>
/// <param name="OrderId">The order that it is about.</param>
internal sealed record BodyGlance(string? Event, string? EventId, string? CorrelationId, string? OrderId)
{
    private static readonly BodyGlance Nothing = new(null, null, null, null);

    public static BodyGlance At(string body) => Read(body, Of) ?? Nothing;

    /// <summary>The order that a detail is about; null where it cannot be told.</summary>
    public static string? OrderIdOfDetail(string detail) => Read(detail, OrderIdIn);

    private static BodyGlance Of(JsonElement root)
    {
        var envelope = Member(root, "event") ?? root;   // what a transformer wraps
        var detail = Member(envelope, "detail") ?? default;
        var metadata = Member(detail, "metadata") ?? default;
        return new(
            Text(envelope, "source") is { } source && Text(envelope, "detail-type") is { } type ? $"{source}/{type}" : null,
            Text(metadata, "eventId") ?? Text(envelope, "id"),
            Text(metadata, "correlationId"),
            OrderIdIn(detail));
    }

    private static string? OrderIdIn(JsonElement detail) => Text(detail, "orderId") ?? Text(detail, "order_id");

    private static T? Read<T>(string json, Func<JsonElement, T?> read)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            return null;   // a text with half a surrogate pair, which .NET cannot read
        }
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
