using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Evaluation;
using LocalAws.StepFunctions.Language;

namespace LocalAws.StepFunctions.Executions;

/// <summary>Runs what is within a Parallel or Map. When one branch fails, the others are ended.</summary>
internal sealed class BranchWork(Interpreter interpreter, StateVisit visit)
{
    // "Inline mode supports up to 40 concurrent iterations."
    private const int MostIterationsAtOnce = 40;

    private readonly Frame _frame = visit.Frame;
    private readonly ExecutionRun _run = visit.Run;

    /// <summary>The outputs of all branches, in their order.</summary>
    public async Task<JsonNode?> RunParallelAsync(ParallelState state, CancellationToken cancellationToken)
    {
        if (_frame.Branches is null)
        {
            var input = visit.Parameters();
            Begin(
                state.Branches.Select(branch => new Frame(branch.StartAt, input?.DeepClone(), _frame.Variables) { Item = _frame.Item }),
                "ParallelStateStarted");
        }

        visit.HasBegun = true;
        var (branches, started) = (_frame.Branches!, _frame.PreviousEventId);
        await RunAllAsync(branches.Count, branches.Count, RunBranchAsync, cancellationToken);
        _run.RecordAside(_frame, "ParallelStateSucceeded");
        return Outputs(branches);

        async Task RunBranchAsync(int place, CancellationToken stop)
        {
            GoOnFrom(branches[place], started);
            try
            {
                await interpreter.RunAsync(state.Branches[place], branches[place], _run, stop);
            }
            finally
            {
                Follow(branches[place].PreviousEventId);
            }
        }
    }

    /// <summary>The outputs for all elements, in their order.</summary>
    public async Task<JsonNode?> RunMapAsync(MapState state, CancellationToken cancellationToken)
    {
        var concurrency = visit.Concurrency(state);
        if (_frame.Branches is null)
        {
            var items = visit.Items(state);
            Begin(
                items.Select(item => new Frame(state.Processor.StartAt, item.Input, _frame.Variables) { Item = item.Item }),
                "MapStateStarted",
                new JsonObject { ["length"] = items.Count });
        }

        visit.HasBegun = true;
        var (branches, last) = (_frame.Branches!, _frame.PreviousEventId);
        await RunAllAsync(branches.Count, concurrency == 0 ? MostIterationsAtOnce : concurrency, RunIterationAsync, cancellationToken);
        Follow(last);
        _run.RecordAside(_frame, "MapStateSucceeded");
        return Outputs(branches);

        async Task RunIterationAsync(int place, CancellationToken stop)
        {
            var branch = branches[place];
            if (GoOnFrom(branch, _frame.PreviousEventId))
            {
                _run.Record(branch, "MapIterationStarted", Iteration(state, place));
            }

            try
            {
                await interpreter.RunAsync(state.Processor, branch, _run, stop);
                Follow(branch.PreviousEventId);
                last = _run.RecordAside(branch, "MapIterationSucceeded", Iteration(state, place));
            }
            catch (StateFailedException)
            {
                Follow(branch.PreviousEventId);
                _run.RecordAside(branch, "MapIterationFailed", Iteration(state, place));
                throw;
            }
            catch (OperationCanceledException) when (!_run.IsOver)
            {
                _run.RecordAside(branch, "MapIterationAborted", Iteration(state, place));
                throw;
            }
        }
    }

    private void Begin(IEnumerable<Frame> branches, string type, JsonObject? details = null)
    {
        List<Frame> made = [.. branches];
        lock (_run.Gate)
        {
            _run.Record(_frame, type, details);
            _frame.Branches = made;
        }
    }

    private void Follow(long eventId)
    {
        lock (_run.Gate)
        {
            _frame.PreviousEventId = eventId;
        }
    }

    /// <summary>Begins a branch after an event; false when it was under way when the server ended, and goes on after its own.</summary>
    private bool GoOnFrom(Frame branch, long eventId)
    {
        lock (_run.Gate)
        {
            if (_run.IsResumed && branch.PreviousEventId > 0)
            {
                return false;
            }

            branch.PreviousEventId = eventId;
            return true;
        }
    }

    private static JsonObject Iteration(MapState state, int place) => new() { ["name"] = state.Name, ["index"] = place };

    private static JsonArray Outputs(IEnumerable<Frame> branches) => new([.. branches.Select(branch => branch.Output?.DeepClone())]);

    private async Task RunAllAsync(int count, int atOnce, Func<int, CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var next = -1;
        StateFailedException? first = null;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(count, atOnce)).Select(_ => WorkAsync()));
        cancellationToken.ThrowIfCancellationRequested();
        if (first is not null)
        {
            throw first;
        }

        async Task WorkAsync()
        {
            while (!stop.IsCancellationRequested && Interlocked.Increment(ref next) is var place && place < count)
            {
                // A redrive runs again what did not end well, and nothing else.
                if (_frame.Branches![place].IsDone)
                {
                    continue;
                }

                try
                {
                    await run(place, stop.Token);
                }
                catch (StateFailedException failure)
                {
                    Interlocked.CompareExchange(ref first, failure, null);
                    await stop.CancelAsync();
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested)
                {
                    return;
                }
            }
        }
    }
}
