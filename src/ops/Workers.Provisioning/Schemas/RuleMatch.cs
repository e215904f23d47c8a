using System.Text.Json.Nodes;
using Workers.Contracts.Resources;
using Workers.Events;

namespace Workers.Provisioning.Schemas;

/// <summary>Tells which events a rule matches by their names; a condition on the detail may still keep some of them out.</summary>
internal static class RuleMatch
{
    /// <summary>Whether the rule's pattern lets source and detail-type pass.</summary>
    /// <exception cref="ProvisioningException">The pattern has a condition that is not understood here.</exception>
    public static bool MayMatch(this RuleDefinition rule, EventName name)
    {
        var pattern = JsonNode.Parse(rule.Pattern.ToJson())!;
        return Allows(rule.Name, pattern["source"], name.Source) && Allows(rule.Name, pattern["detail-type"], name.DetailType);
    }

    /// <summary>Whether one of the conditions of a field is met; of none every text is let through.</summary>
    /// <exception cref="ProvisioningException">A condition is not understood here.</exception>
    public static bool Allows(string rule, JsonNode? conditions, string text) =>
        conditions is not JsonArray { Count: > 0 } any || any.Any(condition => IsMet(rule, condition!, text));

    private static bool IsMet(string rule, JsonNode condition, string text) => condition switch
    {
        JsonValue value => (string?)value == text,
        JsonObject when condition["prefix"] is JsonValue prefix => text.StartsWith((string)prefix!, StringComparison.Ordinal),
        JsonObject when condition["suffix"] is JsonValue suffix => text.EndsWith((string)suffix!, StringComparison.Ordinal),
        JsonObject when condition["exists"] is JsonValue exists => (bool)exists,
        JsonObject when condition["anything-but"] is JsonArray others => !others.Any(other => (string?)other == text),
        JsonObject when condition["anything-but"] is { } other => !IsMet(rule, other, text),
        _ => throw new ProvisioningException($"Which events rule {rule} matches cannot be told from {condition.ToJsonString()}."),
    };
}
