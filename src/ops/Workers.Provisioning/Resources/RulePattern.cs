using System.Text.Json.Nodes;
using Workers.Contracts.Resources;

namespace Workers.Provisioning.Resources;

/// <summary>The pattern of a rule with the ARN of the state machine that its events tell of, which the topology cannot know.</summary>
internal static class RulePattern
{
    /// <param name="rule">The rule.</param>
    /// <param name="arnOf">The ARN of a state machine, or what will become it.</param>
    public static JsonObject Of(RuleDefinition rule, Func<StateMachineDefinition, JsonNode?> arnOf)
    {
        var pattern = JsonNode.Parse(rule.Pattern.ToJson())!.AsObject();
        if (rule.TellsOf is { } machine)
        {
            var detail = (pattern["detail"] ??= new JsonObject()).AsObject();
            detail["stateMachineArn"] = new JsonArray(arnOf(machine));
        }

        return pattern;
    }
}
