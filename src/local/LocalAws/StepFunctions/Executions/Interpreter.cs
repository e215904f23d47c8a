using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Evaluation;
using LocalAws.StepFunctions.Language;
using LocalAws.StepFunctions.Paths;
using LocalAws.StepFunctions.Tasks;

namespace LocalAws.StepFunctions.Executions;

/// <summary>Runs states: one after the other, each with its retries and catches, until one ends.</summary>
internal sealed class Interpreter(ITaskRunner tasks, TimeProvider time, Random random)
{
    /// <summary>Runs a branch to its end.</summary>
    /// <exception cref="StateFailedException">A state failed, and nothing caught it.</exception>
    /// <exception cref="OperationCanceledException">The execution or the branch is to end.</exception>
    public async Task<JsonNode?> RunAsync(StateMap map, Frame frame, ExecutionRun run, CancellationToken cancellationToken)
    {
        while (!frame.IsDone)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await VisitAsync(map.States[frame.State], frame, run, cancellationToken);
        }

        return frame.Output;
    }

    private async Task VisitAsync(State state, Frame frame, ExecutionRun run, CancellationToken cancellationToken)
    {
        var visit = Enter(state, frame, run);
        try
        {
            Leave(visit, await SurviveAsync(visit, cancellationToken));
        }
        catch (OperationCanceledException) when (!run.IsOver)
        {
            // A branch beside this one has failed.
            if (state is TaskState or WaitState or ParallelState or MapState)
            {
                run.Record(frame, $"{state.Type}StateAborted");
            }

            throw;
        }
    }

    private StateVisit Enter(State state, Frame frame, ExecutionRun run)
    {
        lock (run.Gate)
        {
            var begunAt = run.IsResumed && frame.BegunAt is { } before ? before : time.GetUtcNow();
            frame.BegunAt = begunAt;
            if (frame.EnteredAt == 0)
            {
                frame.EnteredAt = run.Record(frame, $"{state.Type}StateEntered", Data("input", frame.Input, state.Name));
            }

            return new StateVisit(state, frame, run, begunAt, random);
        }
    }

    private async Task<StateExit> SurviveAsync(StateVisit visit, CancellationToken cancellationToken)
    {
        var retries = new RetryCount(visit.State.Retry, random);
        while (true)
        {
            StateFailedException failure;
            try
            {
                return await AttemptAsync(visit, cancellationToken);
            }
            catch (EvaluationException exception)
            {
                failure = exception.In(visit.State.Name, visit.Frame.EnteredAt);
            }
            catch (StateFailedException exception)
            {
                failure = exception;
            }

            if (retries.Next(failure) is { } delay)
            {
                await time.WaitUntilAsync(visit.Run.Execution.LastEventAt + delay, cancellationToken);
                visit.Retries++;
                lock (visit.Run.Gate)
                {
                    visit.Frame.Branches = null;
                }

                continue;
            }

            if (visit.State is ParallelState or MapState && visit.HasBegun)
            {
                visit.Run.Record(visit.Frame, $"{visit.State.Type}StateFailed");
            }

            return Catch(visit, failure) ?? throw failure;
        }
    }

    /// <summary>Runs the state once.</summary>
    public async Task<StateExit> AttemptAsync(StateVisit visit, CancellationToken cancellationToken) => visit.State switch
    {
        PassState pass => visit.Exit(pass.HasResult ? visit.Given(pass.Result) : visit.Parameters()),
        TaskState task => visit.Exit(await tasks.RunAsync(task, visit, cancellationToken)),
        ChoiceState choice => visit.Choose(choice),
        WaitState wait => await WaitAsync(wait, visit, cancellationToken),
        SucceedState => visit.Pass(),
        FailState fail => throw visit.Fail(fail),
        ParallelState parallel => visit.Exit(await new BranchWork(this, visit).RunParallelAsync(parallel, cancellationToken)),
        MapState map => visit.Exit(await new BranchWork(this, visit).RunMapAsync(map, cancellationToken)),
        _ => throw new InvalidOperationException($"There are no states of type {visit.State.Type}."),
    };

    /// <summary>Where a catcher leads that takes the failure; null when none does.</summary>
    public static StateExit? Catch(StateVisit visit, StateFailedException failure)
    {
        if (visit.State.Catch.FirstOrDefault(catcher => ErrorMatch.Takes(catcher.Errors, failure)) is not { } catcher)
        {
            return null;
        }

        // AWS was recorded to give a catcher null for what a failure does not say, but an empty cause of a timeout.
        var cause = failure.Cause ?? (failure.Error == ErrorNames.Timeout ? "" : null);
        var error = new JsonObject { ["Error"] = failure.Error, ["Cause"] = cause };
        try
        {
            var output = catcher.ResultPath is null
                ? visit.Frame.Input?.DeepClone()
                : StateVisit.Place(catcher.ResultPath, visit.Frame.Input, error);
            return new StateExit(output, catcher.Next, visit.Assign(catcher.Assign, error));
        }
        catch (EvaluationException exception)
        {
            throw exception.In(visit.State.Name, visit.Frame.EnteredAt);
        }
    }

    private async Task<StateExit> WaitAsync(WaitState wait, StateVisit visit, CancellationToken cancellationToken)
    {
        await time.WaitUntilAsync(visit.Due(wait), cancellationToken);
        return visit.Pass();
    }

    private static void Leave(StateVisit visit, StateExit exit)
    {
        var (state, frame) = (visit.State, visit.Frame);
        var details = Data("output", exit.Output, state.Name);
        if (exit.Assigned.Count > 0)
        {
            details["assignedVariables"] =
                new JsonObject(exit.Assigned.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)JsonText.Write(one.Value))));
            details["assignedVariablesDetails"] = new JsonObject { ["truncated"] = false };
        }

        lock (visit.Run.Gate)
        {
            visit.Run.Record(frame, $"{state.Type}StateExited", details);
            frame.Variables = frame.Variables.SetItems(exit.Assigned);
            if (exit.Next is null)
            {
                frame.Finish(exit.Output);
            }
            else
            {
                frame.MoveTo(exit.Next, exit.Output);
            }
        }
    }

    private static JsonObject Data(string member, JsonNode? value, string name) => new()
    {
        ["name"] = name,
        [member] = JsonText.Write(value),
        [$"{member}Details"] = new JsonObject { ["truncated"] = false },
    };
}

/// <summary>How a state is left.</summary>
/// <param name="Output">Its output.</param>
/// <param name="Next">The next state; null at the end.</param>
/// <param name="Assigned">The variables that it assigns.</param>
internal sealed record StateExit(JsonNode? Output, string? Next, ImmutableDictionary<string, JsonNode?> Assigned);
