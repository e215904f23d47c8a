using System.Text.Encodings.Web;
using System.Text.Json;

namespace Workers.Console.DeadLetters;

/// <summary>What can be told from the body of a dead letter, which may be anything.</summary>
internal static class LetterBody
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The order that the event is about; null where it cannot be told.</summary>
    public static string? OrderIdOf(string body) => Read(body, root =>
    {
        var envelope = Member(root, "event") ?? root;   // what a transformer wraps
        return Member(envelope, "detail") is { } detail ? OrderIdIn(detail) : null;
    });

    /// <summary>The order that a detail is about; null where it cannot be told.</summary>
    public static string? OrderIdOfDetail(string detail) => Read(detail, OrderIdIn);

    /// <summary>The chain of events that it belongs to; null where it cannot be told.</summary>
    public static string? CorrelationIdOf(string body) => Read(body, root =>
        Member(Member(root, "event") ?? root, "detail") is { } detail && Member(detail, "metadata") is { } metadata ? Text(metadata, "correlationId") : null);

    /// <summary>The body with a member a line; as it is where it is no JSON. A page escapes it.</summary>
    public static string Pretty(string body) => Read(body, root => JsonSerializer.Serialize(root, Indented)) ?? body;

    private static string? OrderIdIn(JsonElement detail) => Text(detail, "orderId") ?? Text(detail, "order_id");

    private static string? Read(string body, Func<JsonElement, string?> read)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return read(json.RootElement);
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
