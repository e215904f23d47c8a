using System.Text.Json.Nodes;

namespace Workers.Cli.Publishing;

/// <summary>Finds entries that share an id and say different things: workers would handle the first and drop the others.</summary>
internal sealed class SeenIds
{
    private readonly Dictionary<string, (int Entry, JsonObject Content)> _first = [];

    /// <summary>What is wrong with an entry's id; null where it is new, or is that of an equal entry.</summary>
    public string? ProblemOf(string eventId, int entry, JsonObject content) =>
        _first.TryAdd(eventId, (entry, content)) || JsonNode.DeepEquals(_first[eventId].Content, content)
            ? null
            : $"entry {_first[eventId].Entry} has this id and says something else: workers would drop this one.";
}
