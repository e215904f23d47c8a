using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Data;
using LocalAws.StepFunctions.Evaluation;
using LocalAws.StepFunctions.Operations;
using LocalAws.StepFunctions.Paths;
using LocalAws.StepFunctions.Tasks;

namespace LocalAws.StepFunctions.Executions;

/// <summary>An execution: what it is, how it stands, and what has happened.</summary>
internal sealed class Execution(string arn, string name, StateMachine machine, string input, TimeProvider time)
{
    public const string Running = "RUNNING";
    public const string Succeeded = "SUCCEEDED";
    public const string Failed = "FAILED";
    public const string TimedOut = "TIMED_OUT";
    public const string Aborted = "ABORTED";

    // "An execution … can have up to 25,000 events in its history." The last is that of its failure.
    private const int MostEvents = 25_000;

    private readonly List<HistoryEvent> _events = [];
    private readonly Queue<string> _changes = [];

    /// <summary>An execution that was saved. What was under way goes on when it has a run.</summary>
    public Execution(ExecutionState saved, StateMachine machine, TaskTokens tokens, TimeProvider time)
        : this(saved.Arn, saved.Name, machine, saved.Input, time)
    {
        (TraceHeader, StartDate, StopDate, Status) = (saved.TraceHeader, saved.StartDate, saved.StopDate, saved.Status);
        (Output, Error, Cause, RedriveCount, RedriveDate) = (saved.Output, saved.Error, saved.Cause, saved.RedriveCount, saved.RedriveDate);
        Root = saved.Root?.Restore(tokens) ?? Root;
        Run = new ExecutionRun(this, tokens) { IsResumed = true };
        if (Status != Running)
        {
            Run.Close();
        }

        _events.AddRange(saved.Events);
        _changes = new Queue<string>(saved.Changes);
    }

    /// <summary>Keeps it as it is.</summary>
    public Lock Gate { get; } = new();

    public string Arn => arn;

    public string Name => name;

    /// <summary>The state machine as it was when this began.</summary>
    public StateMachine Machine => machine;

    public string Input => input;

    public string? TraceHeader { get; init; }

    public DateTimeOffset StartDate { get; } = time.GetUtcNow();

    public string Status { get; private set; } = Running;

    public DateTimeOffset? StopDate { get; private set; }

    public string? Output { get; private set; }

    public string? Error { get; private set; }

    public string? Cause { get; private set; }

    public int RedriveCount { get; private set; }

    public DateTimeOffset? RedriveDate { get; private set; }

    /// <summary>Where it is.</summary>
    public Frame Root { get; } = new(machine.Definition.Map.StartAt, JsonText.Parse(input), []);

    /// <summary>The attempt that is under way, or was last.</summary>
    public ExecutionRun? Run { get; private set; }

    /// <summary>The events so far.</summary>
    public IReadOnlyList<HistoryEvent> Events
    {
        get
        {
            lock (Gate)
            {
                return [.. _events];
            }
        }
    }

    /// <summary>When the last event happened.</summary>
    public DateTimeOffset LastEventAt
    {
        get
        {
            lock (Gate)
            {
                return _events[^1].Timestamp;
            }
        }
    }

    /// <summary>Looks at it while nothing changes: how it stands and what came of it are told together.</summary>
    public T Read<T>(Func<Execution, T> look)
    {
        lock (Gate)
        {
            return look(this);
        }
    }

    /// <summary>Begins.</summary>
    public void Start(ExecutionRun run)
    {
        lock (Gate)
        {
            Run = run;
            var details = new JsonObject
            {
                ["input"] = Input,
                ["inputDetails"] = new JsonObject { ["truncated"] = false },
                ["roleArn"] = Machine.RoleArn,
            };
            Add(0, "ExecutionStarted", details);
            NoteChange();
        }
    }

    /// <summary>Begins again where it ended; false when it is running or has succeeded.</summary>
    public bool Redrive(ExecutionRun run)
    {
        lock (Gate)
        {
            if (Status is Running or Succeeded)
            {
                return false;
            }

            (Run, Status, StopDate, Output, Error, Cause) = (run, Running, null, null, null, null);
            (RedriveCount, RedriveDate) = (RedriveCount + 1, time.GetUtcNow());
            Add(Root.PreviousEventId, "ExecutionRedriven", new JsonObject { ["redriveCount"] = RedriveCount });
            NoteChange();
            return true;
        }
    }

    /// <summary>Records an event; null when the run is over, or ends because its history is full.</summary>
    public long? Record(ExecutionRun run, long previous, string type, JsonObject? details)
    {
        lock (Gate)
        {
            if (run.IsOver)
            {
                return null;
            }

            if (_events.Count < MostEvents - 1)
            {
                return Add(previous, type, details);
            }

            var cause = $"The execution reached the maximum number of history events ({MostEvents}).";
            End(run, Failed, previous, "ExecutionFailed", ErrorNames.Runtime, cause);
            return null;
        }
    }

    /// <summary>Ends well; false when it has ended already.</summary>
    public bool Succeed(ExecutionRun run, string output)
    {
        lock (Gate)
        {
            if (run.IsOver)
            {
                return false;
            }

            (Status, StopDate, Output) = (Succeeded, time.GetUtcNow(), output);
            var details = new JsonObject { ["output"] = output, ["outputDetails"] = new JsonObject { ["truncated"] = false } };
            Add(Root.PreviousEventId, "ExecutionSucceeded", details);
            run.Close();
            NoteChange();
            return true;
        }
    }

    public bool Fail(ExecutionRun run, string? error, string? cause) =>
        End(run, Failed, Root.PreviousEventId, "ExecutionFailed", error, cause);

    public bool TimeOut(ExecutionRun run) => End(run, TimedOut, 0, "ExecutionTimedOut", null, null);

    public bool Abort(ExecutionRun run, string? error, string? cause) => End(run, Aborted, 0, "ExecutionAborted", error, cause);

    /// <summary>Ends where it is, without a trace.</summary>
    public void Forget(ExecutionRun run)
    {
        lock (Gate)
        {
            if (!run.IsOver)
            {
                run.Close();
            }

            _changes.Clear();
        }
    }

    /// <summary>The next change of status that was not announced yet, as the detail of its event; null when there is none.</summary>
    public string? NextChange()
    {
        lock (Gate)
        {
            return _changes.TryPeek(out var change) ? change : null;
        }
    }

    /// <summary>Notes that the next change was announced.</summary>
    public void ChangeAnnounced()
    {
        lock (Gate)
        {
            // A reset may have taken it.
            _changes.TryDequeue(out _);
        }
    }

    /// <summary>What is to be saved.</summary>
    /// <param name="machine">The place of its state machine among the revisions.</param>
    public ExecutionState Save(int machine)
    {
        lock (Gate)
        {
            return new ExecutionState(machine, Arn, Name, Input, StartDate, Status)
            {
                TraceHeader = TraceHeader,
                StopDate = StopDate,
                Output = Output,
                Error = Error,
                Cause = Cause,
                RedriveCount = RedriveCount,
                RedriveDate = RedriveDate,
                Events = [.. _events],
                Changes = [.. _changes],
                Root = Status == Succeeded ? null : FrameState.Of(Root),
            };
        }
    }

    private bool End(ExecutionRun run, string status, long previous, string type, string? error, string? cause)
    {
        lock (Gate)
        {
            if (run.IsOver)
            {
                return false;
            }

            (Status, StopDate, Error, Cause) = (status, time.GetUtcNow(), error, cause);
            var details = new JsonObject();
            if (error is not null)
            {
                details["error"] = error;
            }

            if (cause is not null)
            {
                details["cause"] = cause;
            }

            Add(previous, type, details);
            run.Close();
            NoteChange();
            return true;
        }
    }

    private long Add(long previous, string type, JsonObject? details)
    {
        var id = _events.Count + 1;
        _events.Add(new HistoryEvent(id, previous, time.GetUtcNow(), type, details));
        return id;
    }

    private void NoteChange() => _changes.Enqueue(StatusChange.Write(this));
}
