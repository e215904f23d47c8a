using System.Diagnostics.Metrics;

namespace Workers.Workflow;

/// <summary>The workflow worker's instruments, on the meter <c>Workers.Workflow</c>.</summary>
internal sealed class WorkflowMetrics
{
    public const string Answers = "workers.workflow.answers";
    public const string Ended = "workers.workflow.executions.ended";
    public const string Outages = "workers.workflow.outages";
    public const string Outcome = "outcome";

    private readonly Counter<long> _answers;
    private readonly Counter<long> _ended;
    private readonly Counter<long> _outages;

    public WorkflowMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Workers.Workflow");
        _answers = meter.CreateCounter<long>(
            Answers, "{answer}", "Answers that were handed to a task: it succeeded, failed, or waited no longer.");
        _ended = meter.CreateCounter<long>(
            Ended, "{execution}", "Executions that ended without success: told, unheard as they led no order, or unclaimed, to be redriven.");
        _outages = meter.CreateCounter<long>(Outages, "{call}", "Calls that AWS did not take; their messages wait.");
    }

    /// <summary>A task was answered.</summary>
    public void Answered(bool isSuccess) => _answers.Add(1, Of(isSuccess ? "succeeded" : "failed"));

    /// <summary>A task did not wait any more: it was answered before, or it is too late.</summary>
    public void CameTooLate() => _answers.Add(1, Of("late"));

    /// <summary>An execution has failed an order.</summary>
    public void Failed() => _ended.Add(1, Of("told"));

    /// <summary>An execution has ended that another one had overtaken, or that was never about an order.</summary>
    public void EndedUnheard() => _ended.Add(1, Of("unheard"));

    /// <summary>An execution has ended before it could claim its order: nobody leads the order.</summary>
    public void EndedUnclaimed() => _ended.Add(1, Of("unclaimed"));

    /// <summary>AWS did not take a call.</summary>
    public void Waits() => _outages.Add(1);

    private static KeyValuePair<string, object?> Of(string outcome) => new(Outcome, outcome);
}
