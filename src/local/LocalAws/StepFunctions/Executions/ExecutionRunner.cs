using LocalAws.StepFunctions.Evaluation;
using LocalAws.StepFunctions.Paths;
using LocalAws.StepFunctions.Tasks;

namespace LocalAws.StepFunctions.Executions;

/// <summary>Runs executions in the background, from their start or redrive to their end, and tells each change of their status.</summary>
/// <param name="interpreter">Runs their states.</param>
/// <param name="tokens">Who waits for whom.</param>
/// <param name="calls">Puts the events of changes.</param>
/// <param name="ended">Told of each that has ended.</param>
/// <param name="time">The clock.</param>
internal sealed class ExecutionRunner(
    Interpreter interpreter, TaskTokens tokens, IServiceCalls calls, Action<Execution> ended, TimeProvider time)
{
    /// <summary>Begins an execution.</summary>
    public void Start(Execution execution)
    {
        var run = new ExecutionRun(execution, tokens);
        execution.Start(run);
        run.Ended = Task.Run(() => RunAsync(run, execution.StartDate, Task.CompletedTask));
    }

    /// <summary>Begins again where an execution ended; false when it is running or has succeeded.</summary>
    public bool Redrive(Execution execution)
    {
        var (run, last) = (new ExecutionRun(execution, tokens), execution.Run!);
        if (!execution.Redrive(run))
        {
            return false;
        }

        run.Ended = Task.Run(() => RunAsync(run, execution.RedriveDate!.Value, last.Ended));
        return true;
    }

    /// <summary>Goes on with executions that were saved.</summary>
    public void Resume(IReadOnlyList<Execution> executions)
    {
        // One may wait for the end of another, which must be under way by then.
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach (var execution in executions)
        {
            var run = execution.Run!;
            run.Ended = execution.Status == Execution.Running
                ? RunAsync(run, execution.RedriveDate ?? execution.StartDate, all.Task)
                : AnnounceAsync(execution, all.Task);
        }

        all.SetResult();
    }

    /// <summary>Stops an execution; what has ended already stays as it is.</summary>
    public static Task StopAsync(Execution execution, string? error, string? cause) =>
        execution.Abort(execution.Run!, error, cause) ? execution.Run!.CancelAsync() : Task.CompletedTask;

    /// <summary>Ends an execution where it is, and tells nobody.</summary>
    public static async Task ForgetAsync(Execution execution)
    {
        execution.Forget(execution.Run!);
        await execution.Run!.CancelAsync();
        await execution.Run.Ended;
    }

    private async Task RunAsync(ExecutionRun run, DateTimeOffset startedAt, Task last)
    {
        // What the last attempt has left must stand still before this one goes on from it.
        await last;
        await AnnounceAsync(run.Execution);
        using var timeout = new CancellationTokenSource();
        var watching = WatchAsync(run, startedAt, timeout.Token);
        await InterpretAsync(run);
        await timeout.CancelAsync();
        await watching;
        ended(run.Execution);
        await AnnounceAsync(run.Execution);
    }

    private async Task InterpretAsync(ExecutionRun run)
    {
        var execution = run.Execution;
        try
        {
            var output = await interpreter.RunAsync(execution.Machine.Definition.Map, execution.Root, run, run.Stopping);
            execution.Succeed(run, JsonText.Write(output));
        }
        catch (StateFailedException failure)
        {
            execution.Fail(run, failure.Error, failure.Cause);
        }
        catch (OperationCanceledException) when (run.IsOver)
        {
            // It was stopped, took too long, or its history is full.
        }
        catch (Exception exception)
        {
            // A defect of ours ends the execution and says so; nobody would see it otherwise.
            execution.Fail(run, ErrorNames.Runtime, $"A defect of LocalAws: {exception}");
        }
    }

    private async Task WatchAsync(ExecutionRun run, DateTimeOffset startedAt, CancellationToken cancellationToken)
    {
        if (run.Execution.Machine.Definition.TimeoutSeconds is not { } seconds)
        {
            return;
        }

        try
        {
            await time.WaitUntilAsync(startedAt.AddSeconds(seconds), cancellationToken);
            if (run.Execution.TimeOut(run))
            {
                await run.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // It ended in time.
        }
    }

    private async Task AnnounceAsync(Execution execution, Task last)
    {
        await last;
        await AnnounceAsync(execution);
    }

    private async Task AnnounceAsync(Execution execution)
    {
        while (execution.NextChange() is { } change)
        {
            var region = StatesArn.TryParse(execution.Arn)!.Region;
            var told = new ServiceEvent(region, StatusChange.Source, StatusChange.DetailType, change, execution.Arn);
            await calls.PutEventAsync(told, CancellationToken.None);
            execution.ChangeAnnounced();
        }
    }
}
