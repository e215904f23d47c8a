using System.Text;
using System.Text.Json;
using LocalAws.Http;
using LocalAws.StepFunctions.Executions;
using LocalAws.StepFunctions.Paths;

namespace LocalAws.StepFunctions.Operations;

internal sealed record StartExecutionRequest(string? StateMachineArn, string? Name, string? Input, string? TraceHeader);

internal sealed record StartExecutionResponse(string ExecutionArn, DateTimeOffset StartDate);

/// <summary>StartExecution.</summary>
internal sealed class StartExecution(Store store, ExecutionRunner runner, TimeProvider time)
{
    private const int LargestInput = 262_144;

    public StartExecutionResponse Run(StartExecutionRequest request, AwsRequest aws) => Start(request);

    /// <summary>
    /// Starts an execution. Its name is its idempotency key: while it runs, the same name with the same input is the same execution.
    /// </summary>
    /// <exception cref="AwsException">There is no such state machine, the input is none, or the name is taken.</exception>
    public StartExecutionResponse Start(StartExecutionRequest request)
    {
        new Constraints()
            .Text("stateMachineArn", request.StateMachineArn, 1, 256)
            .Length("name", request.Name, 1, 80)
            .Length("traceHeader", request.TraceHeader, 0, 256)
            .Check();
        var machine = store.GetMachine(request.StateMachineArn);
        var name = request.Name ?? Guid.NewGuid().ToString();
        Names.Check(name);
        if (machine.IsDeleting)
        {
            throw StepFunctionsErrors.Deleting(machine.Arn);
        }

        var input = request.Input ?? "{}";
        CheckInput(input);
        var region = StatesArn.TryParse(machine.Arn)!.Region;
        var arn = new StatesArn(region, StatesArn.Execution, $"{machine.Name}:{name}").ToString();
        var execution = new Execution(arn, name, machine, input, time) { TraceHeader = request.TraceHeader };
        var known = store.AddExecution(execution, runner.Start);
        if (known != execution && (known.Status != Execution.Running || known.Input != input))
        {
            throw StepFunctionsErrors.ExecutionExists(arn);
        }

        return new StartExecutionResponse(known.Arn, known.StartDate);
    }

    private static void CheckInput(string input)
    {
        if (Encoding.UTF8.GetByteCount(input) > LargestInput)
        {
            throw StepFunctionsErrors.Constraint(
                "'…'", "input", $"Member must have length less than or equal to {LargestInput}");
        }

        try
        {
            JsonText.Parse(input);
        }
        catch (JsonException exception)
        {
            throw StepFunctionsErrors.InvalidInput(exception.Message);
        }
    }
}
