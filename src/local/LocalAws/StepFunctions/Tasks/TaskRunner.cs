using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Executions;
using LocalAws.StepFunctions.Language;

namespace LocalAws.StepFunctions.Tasks;

/// <summary>Hands a Task to the one who does it: an activity's workers or a service.</summary>
/// <param name="activities">Finds an activity's tasks by its ARN; null when there is no such activity.</param>
/// <param name="services">Calls services.</param>
/// <param name="time">The clock.</param>
internal sealed class TaskRunner(Func<string, ActivityTasks?> activities, ServiceTasks services, TimeProvider time) : ITaskRunner
{
    public async Task<JsonNode?> RunAsync(TaskState state, StateVisit visit, CancellationToken cancellationToken)
    {
        var timeout = visit.Seconds(state.Timeout, "TimeoutSecondsPath");
        var heartbeat = visit.Seconds(state.Heartbeat, "HeartbeatSecondsPath");
        var progress = Begin(state.Resource, visit);
        visit.TaskToken = state.Resource.IsActivity ? null : progress.Pending?.Token;
        try
        {
            var call = new TaskCall(state.Resource, visit, visit.Parameters(), progress.Pending)
            {
                TimeoutSeconds = timeout,
                HeartbeatSeconds = heartbeat,
                Deadline = progress.ScheduledAt + (timeout is null ? null : TimeSpan.FromSeconds(timeout.Value)),
            };
            return state.Resource.IsActivity
                ? await new ActivityWork(call, activities).RunAsync(cancellationToken)
                : await services.RunAsync(call, cancellationToken);
        }
        catch
        {
            lock (visit.Run.Gate)
            {
                visit.Frame.Task = null;
            }

            throw;
        }
        finally
        {
            visit.TaskToken = null;
            progress.Pending?.Close();
        }
    }

    /// <summary>Begins the task, or takes it up where it was when the server ended.</summary>
    private TaskProgress Begin(TaskResource resource, StateVisit visit)
    {
        lock (visit.Run.Gate)
        {
            if (visit.Run.IsResumed && visit.Frame.Task is { } before)
            {
                if (before.Pending is not null)
                {
                    visit.Run.Keep(before.Pending);
                }

                return before;
            }

            var isEndedOutside = resource.IsActivity || resource.Pattern != TaskPattern.RequestResponse;
            return visit.Frame.Task = new TaskProgress(time.GetUtcNow(), isEndedOutside ? visit.Run.NewTask() : null);
        }
    }
}

/// <summary>A Task under way.</summary>
/// <param name="Resource">What it calls.</param>
/// <param name="Visit">Its state.</param>
/// <param name="Payload">What it calls it with.</param>
/// <param name="Pending">What somebody outside ends; null when nobody does.</param>
internal sealed record TaskCall(TaskResource Resource, StateVisit Visit, JsonNode? Payload, PendingTask? Pending)
{
    public long? TimeoutSeconds { get; init; }

    public long? HeartbeatSeconds { get; init; }

    /// <summary>When it has taken too long.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>How long somebody may be silent.</summary>
    public TimeSpan? Heartbeat => HeartbeatSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>How far it is.</summary>
    public TaskProgress Progress => Visit.Frame.Task!;

    /// <summary>Records an event of the task.</summary>
    public void Record(string type, JsonObject details) => Visit.Run.Record(Visit.Frame, type, details);

    /// <summary>Records an event of the task, after which it is farther.</summary>
    public void Record(string type, JsonObject details, Func<TaskProgress, TaskProgress> advance)
    {
        lock (Visit.Run.Gate)
        {
            Record(type, details);
            Visit.Frame.Task = advance(Progress);
        }
    }

    /// <summary>Adds the limits in time to the details of the event that schedules it.</summary>
    public JsonObject WithLimits(JsonObject details)
    {
        if (TimeoutSeconds is { } timeout)
        {
            details["timeoutInSeconds"] = timeout;
        }

        if (HeartbeatSeconds is { } heartbeat)
        {
            details["heartbeatInSeconds"] = heartbeat;
        }

        return details;
    }
}
