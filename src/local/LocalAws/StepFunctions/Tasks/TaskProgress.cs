using System.Text.Json.Nodes;

namespace LocalAws.StepFunctions.Tasks;

/// <summary>How far a Task is. One that has been handed over is not handed over again when the server was down meanwhile.</summary>
/// <param name="ScheduledAt">When it began: the time that it may take counts from here.</param>
/// <param name="Pending">What somebody ends by a token; null when nobody does.</param>
internal sealed record TaskProgress(DateTimeOffset ScheduledAt, PendingTask? Pending)
{
    /// <summary>Whether a service has taken it and somebody ends it later, or a worker may fetch it.</summary>
    public bool IsSubmitted { get; init; }

    /// <summary>What the service answered.</summary>
    public JsonNode? Answer { get; init; }

    /// <summary>Whether a worker has fetched it.</summary>
    public bool IsStarted { get; init; }
}
