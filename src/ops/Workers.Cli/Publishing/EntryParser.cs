using System.Text.Json;
using System.Text.Json.Nodes;
using Workers.Cli.Running;

namespace Workers.Cli.Publishing;

/// <summary>Cuts an input into entries: one JSON object, an array of them, or one per line.</summary>
internal static class EntryParser
{
    /// <exception cref="CommandFailedException">The input is none of these; the message names the line.</exception>
    public static IReadOnlyList<JsonObject> Parse(string input)
    {
        if (Whole(input) is { } whole)
        {
            return whole is JsonArray array ? [.. array.Select((item, index) => Entry(item, $"element {index + 1}"))] : [Entry(whole, "the input")];
        }

        return
        [
            .. from line in input.Split('\n').Index()
               where !string.IsNullOrWhiteSpace(line.Item)
               select Entry(Line(line.Item, line.Index + 1), $"line {line.Index + 1}"),
        ];
    }

    private static JsonNode? Whole(string input)
    {
        try
        {
            return JsonNode.Parse(input);
        }
        catch (JsonException)
        {
            return null;   // several documents, one after the other, are no document
        }
    }

    private static JsonNode? Line(string line, int number)
    {
        try
        {
            return JsonNode.Parse(line);
        }
        catch (JsonException exception)
        {
            throw new CommandFailedException($"line {number} is no JSON: {exception.Message}", ExitCode.Usage);
        }
    }

    private static JsonObject Entry(JsonNode? node, string where) =>
        node as JsonObject
        ?? throw new CommandFailedException($"{where} is no JSON object with source, detail-type and detail.", ExitCode.Usage);
}
