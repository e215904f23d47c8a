using System.Text.Json;
using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Evaluation;
using LocalAws.StepFunctions.Executions;
using LocalAws.StepFunctions.Operations;
using LocalAws.StepFunctions.Paths;
using LocalAws.StepFunctions.Tasks;

namespace LocalAws.StepFunctions;

/// <summary>Waits for executions that a state has started with <c>.sync</c>.</summary>
internal sealed class ChildExecutions(Store store) : IChildExecutions
{
    public async Task<object?> EndOfAsync(string arn, CancellationToken cancellationToken)
    {
        var execution = store.FindExecution(arn)!;
        await execution.Run!.Ended.WaitAsync(cancellationToken);
        return null;
    }

    public JsonNode? Describe(string arn, bool withJson)
    {
        var execution = store.FindExecution(arn)!;
        var description = JsonSerializer.SerializeToNode(
            ExecutionDescription.Of(execution, withData: true), StepFunctionsJson.Default.ExecutionDescription)!.AsObject();
        var ofRedrives = description.Select(one => one.Key).Where(name => name.StartsWith("redrive", StringComparison.Ordinal));
        foreach (var member in ofRedrives.ToList())
        {
            description.Remove(member);
        }

        // The result of a state tells times in milliseconds.
        description["startDate"] = execution.StartDate.ToUnixTimeMilliseconds();
        description["stopDate"] = execution.StopDate?.ToUnixTimeMilliseconds();
        var result = ServicePayload.Rename(description, char.ToUpperInvariant)!.AsObject();
        if (execution.Status != Execution.Succeeded)
        {
            throw new StateFailedException(ErrorNames.TaskFailed, JsonText.Write(result));
        }

        foreach (var member in withJson ? new[] { "Input", "Output" } : [])
        {
            result[member] = JsonText.Parse(result[member]!.GetValue<string>());
        }

        return result;
    }

    public void Stop(string arn)
    {
        if (store.FindExecution(arn) is { } execution)
        {
            _ = ExecutionRunner.StopAsync(execution, null, "The execution that waited for this one has ended");
        }
    }
}
