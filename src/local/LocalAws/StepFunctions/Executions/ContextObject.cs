using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Language;
using LocalAws.StepFunctions.Paths;

namespace LocalAws.StepFunctions.Executions;

/// <summary>The context object, <c>$$</c>: what a state knows of the execution and of itself.</summary>
internal static class ContextObject
{
    /// <param name="execution">The execution.</param>
    /// <param name="state">The state.</param>
    /// <param name="enteredAt">When it was entered.</param>
    /// <param name="retries">How often it was tried again.</param>
    /// <param name="item">The element that a Map's branch is for.</param>
    /// <param name="taskToken">What somebody ends the task with.</param>
    public static JsonObject Of(Execution execution, State state, DateTimeOffset enteredAt, int retries, MapItem? item, string? taskToken)
    {
        var context = new JsonObject
        {
            ["Execution"] = new JsonObject
            {
                ["Id"] = execution.Arn,
                ["Input"] = JsonText.Parse(execution.Input),
                ["StartTime"] = Timestamp.Write(execution.StartDate),
                ["Name"] = execution.Name,
                ["RoleArn"] = execution.Machine.RoleArn,
                ["RedriveCount"] = execution.RedriveCount,
            },
            ["StateMachine"] = new JsonObject { ["Id"] = execution.Machine.Arn, ["Name"] = execution.Machine.Name },
        };
        var own = new JsonObject { ["Name"] = state.Name, ["EnteredTime"] = Timestamp.Write(enteredAt) };
        if (state is TaskState or ParallelState or MapState)
        {
            own["RetryCount"] = retries;
        }

        context["State"] = own;
        if (execution.RedriveDate is { } redriven)
        {
            context["Execution"]!["RedriveTime"] = Timestamp.Write(redriven);
        }

        if (item is not null)
        {
            context["Map"] = Map(item);
        }

        if (taskToken is not null)
        {
            context["Task"] = new JsonObject { ["Token"] = taskToken };
        }

        return context;
    }

    /// <summary>The part about a Map's element.</summary>
    public static JsonObject Map(MapItem item) => new()
    {
        ["Item"] = new JsonObject { ["Index"] = item.Index, ["Value"] = item.Value?.DeepClone() },
    };
}
