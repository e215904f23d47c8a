using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workers.Events.Reading;

/// <summary>
/// Reads what SNS sends to a queue: a notification that holds the envelope as a text. Its message attributes are ignored, and a
/// notification inside a notification is not looked into.
/// </summary>
internal sealed class SnsBodyReader : IBodyReader
{
    private const string Message = "Message";

    /// <inheritdoc/>
    public JsonObject? ToEnvelope(JsonObject body)
    {
        if (TextOf(body, "Type") is not "Notification" || TextOf(body, "TopicArn") is null)
        {
            return null;
        }

        var message = TextOf(body, Message) ?? throw PoisonEventException.At(Message, "must be text");
        try
        {
            return JsonTree.Parse(message) as JsonObject ?? throw PoisonEventException.At(Message, "must hold a JSON object");
        }
        catch (JsonException)
        {
            throw PoisonEventException.At(Message, "must hold a JSON object, in which no member stands twice");
        }
    }

    private static string? TextOf(JsonObject body, string member) =>
        body[member] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
