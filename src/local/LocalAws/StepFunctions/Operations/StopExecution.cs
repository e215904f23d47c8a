using LocalAws.Http;
using LocalAws.StepFunctions.Executions;

namespace LocalAws.StepFunctions.Operations;

internal sealed record StopExecutionRequest(string? ExecutionArn, string? Error, string? Cause);

internal sealed record StopExecutionResponse(DateTimeOffset StopDate);

/// <summary>StopExecution.</summary>
internal sealed class StopExecution(Store store)
{
    /// <summary>Stops an execution. One that has ended stays as it ended.</summary>
    public async ValueTask<StopExecutionResponse> RunAsync(
        StopExecutionRequest request, AwsRequest aws, CancellationToken cancellationToken)
    {
        new Constraints()
            .Text("executionArn", request.ExecutionArn, 1, 256)
            .Length("error", request.Error, 0, 256)
            .Length("cause", request.Cause, 0, 32_768)
            .Check();
        var execution = store.GetExecution(request.ExecutionArn);
        await ExecutionRunner.StopAsync(execution, request.Error, request.Cause);
        return new StopExecutionResponse(execution.StopDate!.Value);
    }
}

internal sealed record RedriveExecutionRequest(string? ExecutionArn, string? ClientToken);

internal sealed record RedriveExecutionResponse(DateTimeOffset RedriveDate);

/// <summary>RedriveExecution.</summary>
internal sealed class RedriveExecution(Store store, ExecutionRunner runner, TimeProvider time)
{
    private static readonly TimeSpan LatestRedrive = TimeSpan.FromDays(14);

    private readonly Dictionary<(string Arn, string Token), DateTimeOffset> _redriven = [];

    /// <summary>Goes on where an execution ended without success. The same client token is answered the same, and does it once.</summary>
    public RedriveExecutionResponse Run(RedriveExecutionRequest request, AwsRequest aws)
    {
        new Constraints().Text("executionArn", request.ExecutionArn, 1, 256).Length("clientToken", request.ClientToken, 1, 64).Check();
        var execution = store.GetExecution(request.ExecutionArn);
        lock (_redriven)
        {
            if (request.ClientToken is { } token && _redriven.TryGetValue((execution.Arn, token), out var date))
            {
                return new RedriveExecutionResponse(date);
            }

            if (execution.StopDate + LatestRedrive < time.GetUtcNow())
            {
                throw StepFunctionsErrors.NotRedrivable("Execution ended more than 14 days ago and cannot be redriven");
            }

            if (!runner.Redrive(execution))
            {
                throw StepFunctionsErrors.NotRedrivable(Redriving.Refuse(execution) ?? "Execution is being redriven");
            }

            var redriven = execution.RedriveDate!.Value;
            if (request.ClientToken is not null)
            {
                _redriven[(execution.Arn, request.ClientToken)] = redriven;
            }

            return new RedriveExecutionResponse(redriven);
        }
    }
}
