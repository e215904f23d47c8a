using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Paths;

namespace LocalAws.StepFunctions.Executions;

/// <summary>The detail of the event that tells a change of status.</summary>
internal static class StatusChange
{
    public const string Source = "aws.states";
    public const string DetailType = "Step Functions Execution Status Change";

    // Larger data are left out of events. "If the combined escaped input and escaped output … exceeds 248 KB, then the input is excluded."
    private const int LargestData = 248 * 1024;

    public static string Write(Execution execution)
    {
        var hasInput = execution.Input.Length + (execution.Output?.Length ?? 0) <= LargestData;
        var hasOutput = execution.Output is { Length: <= LargestData };
        return JsonText.Write(new JsonObject
        {
            ["executionArn"] = execution.Arn,
            ["stateMachineArn"] = execution.Machine.Arn,
            ["name"] = execution.Name,
            ["status"] = execution.Status,
            ["startDate"] = execution.StartDate.ToUnixTimeMilliseconds(),
            ["stopDate"] = execution.StopDate?.ToUnixTimeMilliseconds(),
            ["input"] = hasInput ? execution.Input : null,
            ["output"] = hasOutput ? execution.Output : null,
            ["stateMachineVersionArn"] = null,
            ["stateMachineAliasArn"] = null,
            ["redriveCount"] = execution.RedriveCount,
            ["redriveDate"] = execution.RedriveDate?.ToUnixTimeMilliseconds(),
            ["redriveStatus"] = Redriving.Refuse(execution) is null ? "REDRIVABLE" : "NOT_REDRIVABLE",
            ["redriveStatusReason"] = Redriving.Refuse(execution),
            ["inputDetails"] = new JsonObject { ["included"] = hasInput },
            ["outputDetails"] = execution.Output is null ? null : new JsonObject { ["included"] = hasOutput },
            ["error"] = execution.Error,
            ["cause"] = execution.Cause,
        });
    }
}

/// <summary>Which executions may go on from where they ended.</summary>
internal static class Redriving
{
    /// <summary>Why an execution may not; null when it may.</summary>
    public static string? Refuse(Execution execution) => execution.Status is Execution.Running or Execution.Succeeded
        ? $"Execution is {execution.Status} and cannot be redriven"
        : null;
}
