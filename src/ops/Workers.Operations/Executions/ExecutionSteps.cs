using Amazon.StepFunctions.Model;
using Workers.Contracts;
using Workers.Provisioning.StateMachines;

namespace Workers.Operations.Executions;

/// <summary>Reads from an execution's history what became of each state that it entered. A pure function of the history.</summary>
internal sealed class ExecutionSteps
{
    private readonly Dictionary<long, Step> _byEvent = [];
    private readonly List<Step> _steps = [];

    private ExecutionSteps()
    {
    }

    /// <summary>The states in the order in which they were entered.</summary>
    /// <param name="history">All of the history, oldest first.</param>
    /// <param name="isRunning">Whether the execution is.</param>
    public static IReadOnlyList<StepView> Of(IEnumerable<HistoryEvent> history, bool isRunning)
    {
        var steps = Read(history);
        return [.. steps._steps.Select(step => step.View(steps.IsRunning(step, isRunning), steps.IsCompensated(step)))];
    }

    /// <summary>The states in which a running execution stands: several where they stand within a Parallel, which is not told.</summary>
    /// <param name="history">All of the history, oldest first.</param>
    public static IReadOnlyList<string> CurrentOf(IEnumerable<HistoryEvent> history)
    {
        var steps = Read(history);
        return
        [
            .. steps._steps
                .Where(step => step is { IsParallel: false, LeftAt: null } && steps.IsRunning(step, isRunning: true))
                .Select(step => step.Name),
        ];
    }

    /// <summary>The order that the execution was started for, as its first state was given it; null where that names none.</summary>
    public static string? OrderIdOf(IEnumerable<HistoryEvent> history) => ExecutionInput.OrderIdOf(
        history.Select(happened => happened.StateEnteredEventDetails).FirstOrDefault(entered => entered is not null)?.Input);

    /// <summary>The state in which each event happened, by the event's number.</summary>
    public static IReadOnlyDictionary<long, string> StatesOf(IEnumerable<HistoryEvent> history)
    {
        var steps = new ExecutionSteps();
        return history.Select(happened => (Id: happened.Id!.Value, Step: steps.Take(happened)))
            .Where(one => one.Step is not null)
            .ToDictionary(one => one.Id, one => one.Step!.Name);
    }

    private static ExecutionSteps Read(IEnumerable<HistoryEvent> history)
    {
        var steps = new ExecutionSteps();
        foreach (var happened in history)
        {
            steps.Take(happened);
        }

        return steps;
    }

    private Step? Take(HistoryEvent happened)
    {
        var before = _byEvent.GetValueOrDefault(happened.PreviousEventId ?? 0);
        var step = happened.StateEnteredEventDetails is { } entered ? Enter(entered.Name, happened, before) : Owner(happened, before);
        if (step is null)
        {
            return null;
        }

        _byEvent[happened.Id!.Value] = step;
        step.Take(happened);
        return step;
    }

    private Step Enter(string name, HistoryEvent happened, Step? before)
    {
        // The first state of a branch follows upon the state around it, which has not been left.
        var depth = before is null ? 0 : before.LeftAt is null ? before.Depth + 1 : before.Depth;
        var step = new Step(name, depth, happened.Type == "ParallelStateEntered", happened.Timestamp!.Value);
        _steps.Add(step);
        return step;
    }

    // The end of a Parallel follows upon its last branch. A redrive goes on in the state that was not left, and does not say which.
    private Step? Owner(HistoryEvent happened, Step? before) => happened switch
    {
        { StateExitedEventDetails: { } exited } => _steps.FindLast(step => step.Name == exited.Name && step.LeftAt is null),
        _ when happened.Type.Value.StartsWith("ParallelState", StringComparison.Ordinal) =>
            _steps.FindLast(step => step is { IsParallel: true, LeftAt: null }),
        _ when before is null && happened.Type.Value.StartsWith("Task", StringComparison.Ordinal) =>
            _steps.FindLast(step => step.LeftAt is null),
        _ => before,
    };

    // A branch that failed is never left; it is over when the state around it was.
    private bool IsRunning(Step step, bool isRunning) =>
        isRunning && _steps.TakeWhile(other => other != step).LastOrDefault(other => other.Depth < step.Depth) is not { LeftAt: not null };

    private bool IsCompensated(Step step) => OrderWorkflow.Compensations.TryGetValue(step.Name, out var compensation)
        && _steps.Exists(other => other.Name == compensation && other is { LeftAt: not null, HasFailed: false });

    private sealed class Step(string name, int depth, bool isParallel, DateTime enteredAt)
    {
        private bool _isStopped;
        private bool _isFail;
        private int _attempts;
        private string? _error;

        public string Name => name;

        public int Depth => depth;

        public bool IsParallel => isParallel;

        public DateTime? LeftAt { get; private set; }

        public bool HasFailed { get; private set; }

        public void Take(HistoryEvent happened)
        {
            var type = happened.Type.Value;
            if (happened.StateExitedEventDetails is not null)
            {
                LeftAt = happened.Timestamp;
                return;
            }

            _isFail |= type == "FailStateEntered";
            _isStopped |= type.EndsWith("StateAborted", StringComparison.Ordinal);
            HasFailed = type.EndsWith("Failed", StringComparison.Ordinal) || type.EndsWith("TimedOut", StringComparison.Ordinal);
            _attempts += type == "TaskScheduled" ? 1 : 0;
            _error = HistoryWords.ErrorOf(happened) ?? _error;
        }

        public StepView View(bool isRunning, bool isCompensated) =>
            new(name, depth, Outcome(isRunning, isCompensated), enteredAt, LeftAt, _attempts, _error);

        private StepOutcome Outcome(bool isRunning, bool isCompensated) => this switch
        {
            _ when isCompensated => StepOutcome.Compensated,
            _ when _isFail || (HasFailed && (LeftAt is not null || !isRunning)) => StepOutcome.Failed,
            { LeftAt: not null } => StepOutcome.Done,
            _ when _isStopped || !isRunning => StepOutcome.Stopped,
            _ => StepOutcome.Running,
        };
    }
}

/// <summary>What became of a state.</summary>
/// <param name="State">Its name.</param>
/// <param name="Depth">How many states it stands within.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="EnteredAt">When it was entered.</param>
/// <param name="LeftAt">When it was left; null where it was not.</param>
/// <param name="Attempts">How often its task was tried; 0 where it has none.</param>
/// <param name="Error">The last error of its task.</param>
internal sealed record StepView(
    string State, int Depth, StepOutcome Outcome, DateTime EnteredAt, DateTime? LeftAt, int Attempts, string? Error);

/// <summary>What became of a state.</summary>
internal enum StepOutcome
{
    /// <summary>It was left as it should be.</summary>
    Done,

    /// <summary>It is under way.</summary>
    Running,

    /// <summary>It failed, or led to the failure of the execution.</summary>
    Failed,

    /// <summary>It was done, or may have been, and was taken back.</summary>
    Compensated,

    /// <summary>The execution, or what stands around the state, ended while it was under way.</summary>
    Stopped,
}
