using System.Text;
using LocalAws.Http;
using LocalAws.StepFunctions.Paths;
using LocalAws.StepFunctions.Tasks;

namespace LocalAws.StepFunctions.Operations;

internal sealed record SendTaskSuccessRequest(string? TaskToken, string? Output);

internal sealed record SendTaskFailureRequest(string? TaskToken, string? Error, string? Cause);

internal sealed record SendTaskHeartbeatRequest(string? TaskToken);

/// <summary>SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat: what ends a task from outside, or keeps it alive.</summary>
internal sealed class SendTaskResult(TaskTokens tokens)
{
    private const int LargestOutput = 262_144;

    public Nothing Succeed(SendTaskSuccessRequest request, AwsRequest aws)
    {
        new Constraints().Text("taskToken", request.TaskToken, 1, 2048).Require("output", request.Output).Check();
        var task = tokens.Find(request.TaskToken);
        if (!JsonText.TryParse(request.Output!, out var output))
        {
            throw StepFunctionsErrors.InvalidOutput("The output is no JSON");
        }

        if (Encoding.UTF8.GetByteCount(request.Output!) > LargestOutput)
        {
            throw StepFunctionsErrors.InvalidOutput($"The output is larger than {LargestOutput} bytes");
        }

        return task.TrySucceed(output) ? new Nothing() : throw StepFunctionsErrors.TaskTimedOut();
    }

    public Nothing Fail(SendTaskFailureRequest request, AwsRequest aws)
    {
        new Constraints()
            .Text("taskToken", request.TaskToken, 1, 2048)
            .Length("error", request.Error, 0, 256)
            .Length("cause", request.Cause, 0, 32_768)
            .Check();
        return tokens.Find(request.TaskToken).TryFail(request.Error, request.Cause)
            ? new Nothing()
            : throw StepFunctionsErrors.TaskTimedOut();
    }

    public Nothing Beat(SendTaskHeartbeatRequest request, AwsRequest aws)
    {
        new Constraints().Text("taskToken", request.TaskToken, 1, 2048).Check();
        return tokens.Find(request.TaskToken).TryBeat() ? new Nothing() : throw StepFunctionsErrors.TaskTimedOut();
    }
}
