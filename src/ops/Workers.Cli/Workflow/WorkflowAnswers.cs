using Workers.Operations.Executions;

namespace Workers.Cli.Workflow;

/// <summary>Executions of the state machine, the latest first.</summary>
internal sealed record WorkflowListAnswer(IReadOnlyList<ExecutionView> Executions);

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

/// <summary>The execution that was stopped.</summary>
internal sealed record WorkflowStopAnswer(string ExecutionArn, DateTime StoppedAt);
