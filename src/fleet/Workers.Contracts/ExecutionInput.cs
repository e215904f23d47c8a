using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workers.Contracts;

/// <summary>What an execution of the state machine begins with: the event that triggered it, as EventBridge hands it over.</summary>
public static class ExecutionInput
{
    /// <summary>The order that the event names; null where it names none.</summary>
    public static string? OrderIdOf(string? input)
    {
        try
        {
            return input is not null
                && (JsonNode.Parse(input) as JsonObject)?["detail"] is JsonObject detail
                && detail["order_id"] is JsonValue orderId
                && orderId.TryGetValue<string>(out var text)
                ? text
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
