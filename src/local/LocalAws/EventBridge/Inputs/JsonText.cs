using System.Text;
using System.Text.Json;

namespace LocalAws.EventBridge.Inputs;

/// <summary>
/// Checks that a text is JSON. Several values one after the other count, because a template may be several lines of strings.
/// </summary>
internal static class JsonText
{
    /// <summary>Where the text stops being JSON, in AWS's words; null when all of it is.</summary>
    public static string? FindError(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { AllowMultipleValues = true });
        try
        {
            while (reader.Read())
            {
            }

            return text.AsSpan().Trim().IsEmpty ? Describe(text, 0, 0) : null;
        }
        catch (JsonException exception)
        {
            return Describe(text, exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
        }
    }

    private static string Describe(string text, long line, long position) =>
        $"[Source: (String)\"{text}\"; line: {line + 1}, column: {position + 1}]";
}
