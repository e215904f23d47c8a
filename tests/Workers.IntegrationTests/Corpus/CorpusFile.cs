using System.Text;
using System.Text.Json.Nodes;

namespace Workers.IntegrationTests.Corpus;

/// <summary>Reads tests/corpus.</summary>
internal static class CorpusFile
{
    public static JsonArray Read(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "corpus", name)))!.AsArray();

    /// <summary>The text that an entry holds under <c>body</c>, or describes under <c>generate</c>.</summary>
    public static string TextOf(JsonNode entry) =>
        entry is JsonValue text ? (string)text!
        : entry["generate"] is { } generate ? $"{generate["open"]}{Repeat((string)generate["repeat"]!, (int)generate["times"]!)}{generate["close"]}"
        : (string)entry["body"]!;

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
