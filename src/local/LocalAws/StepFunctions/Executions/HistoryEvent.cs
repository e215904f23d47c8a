using System.Text.Json.Nodes;

namespace LocalAws.StepFunctions.Executions;

/// <summary>One event of an execution's history.</summary>
/// <param name="Id">Its number, from 1 on.</param>
/// <param name="PreviousEventId">What led to it, in its branch.</param>
/// <param name="Timestamp">When it happened.</param>
/// <param name="Type">What happened.</param>
/// <param name="Details">More about it; null for types that have none.</param>
internal sealed record HistoryEvent(long Id, long PreviousEventId, DateTimeOffset Timestamp, string Type, JsonObject? Details)
{
    private static readonly string[] Data =
        ["input", "inputDetails", "output", "outputDetails", "parameters", "assignedVariables", "assignedVariablesDetails"];

    /// <summary>As GetExecutionHistory shows it.</summary>
    /// <param name="withData">Whether inputs and outputs are shown.</param>
    public JsonObject Write(bool withData)
    {
        var written = new JsonObject
        {
            ["timestamp"] = Timestamp.ToUnixTimeMilliseconds() / 1000m,
            ["type"] = Type,
            ["id"] = Id,
            ["previousEventId"] = PreviousEventId,
        };
        if (Details is not null)
        {
            var details = (JsonObject)Details.DeepClone();
            foreach (var name in withData ? [] : Data)
            {
                details.Remove(name);
            }

            written[DetailsName()] = details;
        }

        return written;
    }

    private string DetailsName() => Type switch
    {
        _ when Type.EndsWith("StateEntered", StringComparison.Ordinal) => "stateEnteredEventDetails",
        _ when Type.EndsWith("StateExited", StringComparison.Ordinal) => "stateExitedEventDetails",
        _ => $"{char.ToLowerInvariant(Type[0])}{Type[1..]}EventDetails",
    };
}
