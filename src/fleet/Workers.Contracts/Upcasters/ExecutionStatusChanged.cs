using System.Text.Json.Nodes;
using Workers.Contracts.Ranges;

namespace Workers.Contracts.Upcasters;

/// <summary>What Step Functions tells of an execution. A long input is left out of the event.</summary>
internal static class ExecutionStatusChanged
{
    public static JsonObject ToExecutionEnded(JsonObject detail)
    {
        var execution = new ForeignObject(detail);
        return new()
        {
            ["executionArn"] = execution.Text("executionArn"),
            ["status"] = execution.Text("status"),
            // A cause may have 32,768 characters.
            ["reason"] = Limits.Cut(string.Join(": ", ((string?[])[TextOf(detail["error"]), TextOf(detail["cause"])]).OfType<string>())),
            ["orderId"] = ExecutionInput.OrderIdOf(TextOf(detail["input"])),
        };
    }

    private static string? TextOf(JsonNode? value) => value is JsonValue text && text.TryGetValue<string>(out var found) ? found : null;
}
