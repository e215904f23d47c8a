using System.Text.Json;
using System.Text.Json.Nodes;
using Workers.Contracts.Resources;
using Workers.Events;

namespace Workers.Operations;

/// <summary>Tells which rules an event went through. A condition that is not understood here is taken for met: it may have been.</summary>
internal static class RuleConditions
{
    public static bool Matches(this RuleDefinition rule, EventName name, JsonElement detail) =>
        MatchesName(rule.Pattern, name) && (rule.Pattern.Detail is null || Matches(JsonNode.Parse(rule.Pattern.Detail)!, detail));

    /// <summary>Whether it has a condition on the event's metadata, of which not every record of an event tells.</summary>
    public static bool AsksForMetadata(this RuleDefinition rule) =>
        rule.Pattern.Detail is { } detail && JsonNode.Parse(detail)!["metadata"] is not null;

    private static bool MatchesName(EventPattern pattern, EventName name) =>
        pattern.Events.Count == 0 || pattern.Events.Any(known => known.Names(name));

    /// <summary>Whether an event of a pattern is an event on the bus; one may stand for every source.</summary>
    public static bool Names(this EventName known, EventName name) =>
        known.DetailType == name.DetailType && (known.Source == name.Source || known.Source == EventName.AnySource);

    private static bool Matches(JsonNode pattern, JsonElement? value) => pattern switch
    {
        JsonObject members => members.All(member => Matches(member.Value!, Member(value, member.Key))),
        JsonArray conditions => conditions.Any(condition => IsMet(condition, value)),
        _ => true,
    };

    private static JsonElement? Member(JsonElement? value, string name) =>
        value is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var member) ? member : null;

    private static bool IsMet(JsonNode? condition, JsonElement? value) => condition switch
    {
        JsonObject { Count: 1 } words => words.First() switch
        {
            ("exists", JsonValue exists) => exists.GetValue<bool>() == value is not null,
            ("numeric", JsonArray comparisons) =>
                value is { ValueKind: JsonValueKind.Number } number && Compare(comparisons, number.GetDecimal()),
            ("anything-but", JsonArray others) => value is { } any && !others.Any(other => other?.ToString() == any.ToString()),
            _ => value is not null,
        },
        null => value is { ValueKind: JsonValueKind.Null },
        _ => value is { } text && text.ToString() == condition.ToString(),
    };

    private static bool Compare(JsonArray comparisons, decimal number) => comparisons.Chunk(2).All(pair => pair switch
    {
        [JsonValue sign, JsonValue limit] => (string?)sign switch
        {
            ">=" => number >= limit.GetValue<decimal>(),
            ">" => number > limit.GetValue<decimal>(),
            "<=" => number <= limit.GetValue<decimal>(),
            "<" => number < limit.GetValue<decimal>(),
            _ => number == limit.GetValue<decimal>(),
        },
        _ => true,
    });
}
