using Workers.Operations.Executions;

namespace Workers.Console.Watching;

/// <summary>The executions of the state machine at one moment.</summary>
/// <param name="At">When they were looked at.</param>
/// <param name="Running">How many run.</param>
/// <param name="Ended">How many have ended, by status, those that succeeded first.</param>
/// <param name="Longest">Those that run longest, as many as were looked into.</param>
/// <param name="Failures">The latest that ended without success.</param>
public sealed record SeenExecutions(
    DateTimeOffset At,
    ExecutionCount Running,
    IReadOnlyList<ExecutionCount> Ended,
    IReadOnlyList<RunningExecution> Longest,
    IReadOnlyList<FailedExecution> Failures)
{
    /// <summary>Whether every running execution was looked into.</summary>
    public bool LookedIntoAll => Running.IsWhole && Running.Count <= ExecutionWatch.LookedInto;

    /// <summary>How many of those that were looked into stand in a state.</summary>
    public int StandIn(string state) => Longest.Count(execution => execution.States.Contains(state));
}

/// <summary>How many executions stand so.</summary>
/// <param name="Status">The status, in Step Functions' words.</param>
/// <param name="Count">How many were listed.</param>
/// <param name="IsWhole">Whether there are no others: else it is the number of the latest.</param>
/// <param name="Since">When the first of the listed ones began; null where there are none.</param>
public sealed record ExecutionCount(string Status, int Count, bool IsWhole, DateTimeOffset? Since)
{
    internal static ExecutionCount Of(string status, ExecutionList list) => new(
        status, list.Executions.Count, list.IsWhole, list.Executions.Select(execution => (DateTimeOffset?)execution.StartDate).Min());
}

/// <summary>An execution that runs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="OrderId">The order that it was started for; null where its input names none.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="States">The states that it stands in; several within a Parallel.</param>
public sealed record RunningExecution(string Name, string? OrderId, DateTimeOffset StartedAt, IReadOnlyList<string> States);

/// <summary>An execution that ended without success.</summary>
/// <param name="Name">Its name.</param>
/// <param name="OrderId">The order that it was started for; null where its input names none.</param>
/// <param name="Status">How it ended, in Step Functions' words.</param>
/// <param name="EndedAt">When.</param>
/// <param name="Error">The error.</param>
/// <param name="Cause">Why.</param>
public sealed record FailedExecution(string Name, string? OrderId, string Status, DateTimeOffset EndedAt, string? Error, string? Cause);
