using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Tasks;

namespace LocalAws.StepFunctions.Executions;

/// <summary>One attempt at an execution: from its start or a redrive to its end. After that it records nothing.</summary>
#pragma warning disable CA1001 // The source has no timer, thus nothing to release; and somebody may cancel a run that has just ended.
internal sealed class ExecutionRun(Execution execution, TaskTokens tokens)
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<PendingTask> _tasks = [];

    private volatile bool _isOver;

    public Execution Execution => execution;

    /// <summary>What keeps the execution as it is: frames change, and events are recorded with their changes, under it.</summary>
    public Lock Gate => execution.Gate;

    /// <summary>Whether it goes on from where it was when the server ended.</summary>
    public bool IsResumed { get; init; }

    /// <summary>Ends what the run waits for.</summary>
    public CancellationToken Stopping => _stop.Token;

    /// <summary>Whether the execution has ended, for whatever reason.</summary>
    public bool IsOver => _isOver;

    /// <summary>Ends when the run has ended and all is said about it.</summary>
    public Task Ended { get; set; } = Task.CompletedTask;

    /// <summary>Records an event that the branch's next one follows.</summary>
    /// <exception cref="OperationCanceledException">The execution has ended.</exception>
    public long Record(Frame frame, string type, JsonObject? details = null)
    {
        lock (Gate)
        {
            return frame.PreviousEventId = RecordAside(frame, type, details);
        }
    }

    /// <summary>Records an event that the branch's next one does not follow.</summary>
    /// <exception cref="OperationCanceledException">The execution has ended.</exception>
    public long RecordAside(Frame frame, string type, JsonObject? details = null) =>
        execution.Record(this, frame.PreviousEventId, type, details) ?? throw new OperationCanceledException(Stopping);

    /// <summary>Makes a task that somebody outside ends.</summary>
    public PendingTask NewTask()
    {
        var task = tokens.Add();
        Keep(task);
        return task;
    }

    /// <summary>Takes over a task that somebody outside ends.</summary>
    public void Keep(PendingTask task)
    {
        lock (_tasks)
        {
            _tasks.Add(task);
        }
    }

    /// <summary>Ends the run: tasks take no answers any longer, and what waits is told. Called once, under the execution's lock.</summary>
    public void Close()
    {
        _isOver = true;
        lock (_tasks)
        {
            _tasks.ForEach(task => task.Close());
        }
    }

    /// <summary>Wakes what waits.</summary>
    public Task CancelAsync() => _stop.CancelAsync();
}
