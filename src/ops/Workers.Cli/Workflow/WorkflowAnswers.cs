namespace Workers.Cli.Workflow;

/// <summary>Executions of the state machine, the latest first.</summary>
internal sealed record WorkflowListAnswer(IReadOnlyList<ExecutionView> Executions);

/// <summary>An execution.</summary>
/// <param name="ExecutionArn">Its ARN.</param>
/// <param name="OrderId">The order that it was started for; null where its input names none.</param>
/// <param name="Status">How it stands, in Step Functions' words.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended; null while it runs.</param>
/// <param name="Redrives">How often it was redriven.</param>
/// <param name="Error">The error by which it ended without success.</param>
/// <param name="Cause">Why.</param>
internal sealed record ExecutionView(
    string ExecutionArn,
    string? OrderId,
    string Status,
    DateTime StartedAt,
    DateTime? EndedAt,
    int Redrives,
    string? Error,
    string? Cause);

/// <summary>An execution, and what became of the states that it has entered.</summary>
internal sealed record WorkflowShowAnswer(ExecutionView Execution, IReadOnlyList<StepView> Steps);

/// <summary>The latest events of an execution, oldest first.</summary>
internal sealed record WorkflowHistoryAnswer(ExecutionView Execution, IReadOnlyList<HistoryView> Events);

/// <summary>An event of an execution.</summary>
/// <param name="Id">Its number.</param>
/// <param name="At">When it happened.</param>
/// <param name="Type">What happened.</param>
/// <param name="State">The state that it happened in; null for what happened to the execution.</param>
/// <param name="What">Its error and cause, or what it asked for.</param>
internal sealed record HistoryView(long Id, DateTime At, string Type, string? State, string? What);

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

/// <summary>The execution that was stopped.</summary>
internal sealed record WorkflowStopAnswer(string ExecutionArn, DateTime StoppedAt);
