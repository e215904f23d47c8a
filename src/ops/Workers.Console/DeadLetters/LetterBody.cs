using System.Text.Encodings.Web;
using System.Text.Json;

namespace Workers.Console.DeadLetters;

/// <summary>Shows JSON to people.</summary>
internal static class LetterBody
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The body with a member a line; as it is where it is no JSON. A page escapes it.</summary>
    public static string Pretty(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return JsonSerializer.Serialize(json.RootElement, Indented);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return body;   // InvalidOperationException: a text with half a surrogate pair
        }
    }
}
