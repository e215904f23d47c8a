using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Executions;
using LocalAws.StepFunctions.Language;

namespace LocalAws.StepFunctions.Tasks;

/// <summary>Does the work of Task states.</summary>
internal interface ITaskRunner
{
    /// <summary>The task's result.</summary>
    /// <exception cref="Evaluation.StateFailedException">The task failed or took too long.</exception>
    Task<JsonNode?> RunAsync(TaskState state, StateVisit visit, CancellationToken cancellationToken);
}
