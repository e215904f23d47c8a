using System.Text.Json;
using System.Text.Json.Nodes;
using Workers.Contracts.Ranges;

namespace Workers.Contracts.Upcasters;

/// <summary>What Step Functions tells of an execution. The order is in the execution's input, which was a Workflow Triggered.</summary>
internal static class ExecutionStatusChanged
{
    public static JsonObject ToExecutionEnded(JsonObject detail)
    {
        var execution = new ForeignObject(detail);
        return new()
        {
            ["executionArn"] = execution.Text("executionArn"),
            ["status"] = execution.Text("status"),
            ["reason"] = Shortened(string.Join(": ", ((string?[])[TextOf(detail["error"]), TextOf(detail["cause"])]).OfType<string>())),
            ["orderId"] = OrderIdOf(TextOf(detail["input"])),
        };
    }

    /// <summary>The order of an execution's input; null where it names none.</summary>
    public static string? OrderIdOf(string? input)
    {
        try
        {
            return input is null ? null : TextOf(((JsonNode.Parse(input) as JsonObject)?["detail"] as JsonObject)?["order_id"]);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonNode? value) => value?.GetValueKind() is JsonValueKind.String ? (string?)value : null;

    // A cause may have 32,768 characters.
    private static string Shortened(string reason) =>
        reason.Length <= Limits.Text ? reason : reason[..(char.IsHighSurrogate(reason[Limits.Text - 1]) ? Limits.Text - 1 : Limits.Text)];
}
