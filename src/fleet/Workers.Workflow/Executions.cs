using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Workers.Effects.Leases;
using Workers.Events;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Workers.Workflow;

/// <summary>
/// What is asked of Step Functions. A call that it does not take is a wait, however long; what a task or an execution no longer needs is
/// done.
/// </summary>
internal sealed partial class Executions(IAmazonStepFunctions client, WorkflowMetrics metrics, ILogger<Executions> logger)
{
    /// <summary>Lets the task that waits under a token succeed.</summary>
    public Task<EffectResult> SucceedAsync(string taskToken, string output, CancellationToken cancellationToken) => AnswerAsync(
        isSuccess: true,
        () => client.SendTaskSuccessAsync(new() { TaskToken = taskToken, Output = output }, cancellationToken),
        cancellationToken);

    /// <summary>Lets the task that waits under a token fail.</summary>
    public Task<EffectResult> FailAsync(string taskToken, TaskFailure failure, CancellationToken cancellationToken) => AnswerAsync(
        isSuccess: false,
        () => client.SendTaskFailureAsync(
            new() { TaskToken = taskToken, Error = failure.Error, Cause = failure.Cause.Length > 0 ? failure.Cause : failure.Error },
            cancellationToken),
        cancellationToken);

    /// <summary>Stops an execution; one that has ended stays as it is.</summary>
    public async Task StopAsync(string executionArn, string cause, CancellationToken cancellationToken)
    {
        try
        {
            await client.StopExecutionAsync(
                new() { ExecutionArn = executionArn, Error = "OrderEnded", Cause = cause }, cancellationToken);
        }
        catch (ExecutionDoesNotExistException)
        {
            LogForgotten(executionArn);
        }
    }

    /// <summary>What an execution began with; null where Step Functions has forgotten it.</summary>
    public async Task<string?> InputOfAsync(string executionArn, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.DescribeExecutionAsync(new() { ExecutionArn = executionArn }, cancellationToken)).Input;
        }
        catch (ExecutionDoesNotExistException)
        {
            LogForgotten(executionArn);
            return null;
        }
    }

    /// <summary>Makes a wait of what AWS does not take now.</summary>
    public async Task<EffectResult> WaitingAsync(Func<Task<EffectResult>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (AwsFailures.Of(exception, cancellationToken) is { } failure)
        {
            metrics.Waits();
            if (failure is AwsFailure.Refused)
            {
                LogRefused(exception);
            }
            else
            {
                LogWaits(failure, exception);
            }

            return EffectResult.Retry();
        }
    }

    private Task<EffectResult> AnswerAsync(bool isSuccess, Func<Task> send, CancellationToken cancellationToken) =>
        WaitingAsync(
            async () =>
            {
                try
                {
                    await send();
                    metrics.Answered(isSuccess);
                }
                catch (Exception exception) when (exception is TaskTimedOutException or TaskDoesNotExistException or InvalidTokenException)
                {
                    metrics.CameTooLate();
                    LogTooLate(exception.GetType().Name);
                }
                catch (InvalidOutputException)
                {
                    return EffectResult.Reject("Step Functions does not take the answer as a task's output.");
                }

                return EffectResult.Done([], []);
            },
            cancellationToken);

    [LoggerMessage(LogLevel.Information, "A task waits no longer for its answer ({Why}): it was answered before, or it is too late")]
    private partial void LogTooLate(string why);

    [LoggerMessage(LogLevel.Warning, "Step Functions knows no execution {ExecutionArn} any more")]
    private partial void LogForgotten(string executionArn);

    [LoggerMessage(LogLevel.Warning, "A message waits: AWS did not take a call ({Failure})")]
    private partial void LogWaits(AwsFailure failure, Exception exception);

    [LoggerMessage(LogLevel.Error, "A message waits, and will until somebody changes this: AWS refuses a call")]
    private partial void LogRefused(Exception exception);
}

/// <summary>Why a task fails.</summary>
/// <param name="Error">One of <see cref="Contracts.WorkflowErrors"/>.</param>
/// <param name="Cause">Why, in words.</param>
internal sealed record TaskFailure(string Error, string Cause);
