using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workers.Cli.Publishing;

/// <summary>
/// Reads JSON whose every text and member can be read afterwards. .NET finds a member that is there twice, and a text with half a
/// surrogate pair, only when somebody looks at them, and by another exception each.
/// </summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false };

    /// <exception cref="JsonException">It is no JSON, or holds what nobody could read.</exception>
    public static JsonNode? Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !CanBeRead(ref reader))
            {
                throw new JsonException("a text holds half of a surrogate pair, which is no character.");
            }
        }

        return JsonNode.Parse(json, documentOptions: Once);
    }

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static JsonNode? Parse(string json) => Parse(Encoding.UTF8.GetBytes(json));

    private static bool CanBeRead(ref Utf8JsonReader reader)
    {
        try
        {
            _ = reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
