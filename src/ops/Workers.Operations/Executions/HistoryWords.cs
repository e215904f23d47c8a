using System.Text.Json.Nodes;
using Amazon.StepFunctions.Model;

namespace Workers.Operations.Executions;

/// <summary>What an event of a history says, for people.</summary>
internal static class HistoryWords
{
    /// <summary>Its error and cause; null where it has none.</summary>
    public static string? ErrorOf(HistoryEvent happened) => happened switch
    {
        { TaskFailedEventDetails: { } task } => Of(task.Error, task.Cause),
        { TaskTimedOutEventDetails: { } task } => Of(task.Error, task.Cause),
        { ExecutionFailedEventDetails: { } execution } => Of(execution.Error, execution.Cause),
        { ExecutionAbortedEventDetails: { } execution } => Of(execution.Error, execution.Cause),
        { ExecutionTimedOutEventDetails: { } execution } => Of(execution.Error, execution.Cause),
        _ => null,
    };

    /// <summary>Its error, or what it asks for; null where it says neither.</summary>
    public static string? Of(HistoryEvent happened) =>
        ErrorOf(happened) ?? (happened.TaskScheduledEventDetails is { } task ? Asked(task) : null);

    /// <summary>Error and cause, as far as they are there.</summary>
    public static string? Of(string? error, string? cause) =>
        string.Join(": ", ((string?[])[error, cause]).Where(text => !string.IsNullOrEmpty(text))) is { Length: > 0 } words ? words : null;

    private static string Asked(TaskScheduledEventDetails task) =>
        task.Parameters is { } parameters && JsonNode.Parse(parameters)?["Entries"]?[0]?["DetailType"] is { } detailType
            ? $"{task.Resource}: {detailType}"
            : task.Resource;
}
