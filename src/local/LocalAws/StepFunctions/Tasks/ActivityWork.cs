using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Evaluation;
using LocalAws.StepFunctions.Paths;

namespace LocalAws.StepFunctions.Tasks;

/// <summary>A Task that a worker fetches and ends.</summary>
internal sealed class ActivityWork(TaskCall call, Func<string, ActivityTasks?> activities)
{
    public async Task<JsonNode?> RunAsync(CancellationToken cancellationToken)
    {
        var arn = call.Resource.Arn;
        var queue = activities(arn) ?? throw EvaluationException.Runtime($"The activity {arn} does not exist.");
        var (pending, input) = (call.Pending!, JsonText.Write(call.Payload));
        if (!call.Progress.IsSubmitted)
        {
            var scheduled = new JsonObject
            {
                ["resource"] = arn,
                ["input"] = input,
                ["inputDetails"] = new JsonObject { ["truncated"] = false },
            };
            call.Record("ActivityScheduled", call.WithLimits(scheduled), progress => progress with { IsSubmitted = true });
        }

        if (!call.Progress.IsStarted)
        {
            queue.Add(new ActivityTask(pending, input, Start));
        }

        try
        {
            var output = await pending.AwaitAsync(call.Deadline, call.Heartbeat, cancellationToken);
            call.Record("ActivitySucceeded", new JsonObject
            {
                ["output"] = JsonText.Write(output),
                ["outputDetails"] = new JsonObject { ["truncated"] = false },
            });
            return output;
        }
        catch (StateFailedException failure)
        {
            call.Record(failure.Error == ErrorNames.Timeout ? "ActivityTimedOut" : "ActivityFailed", FailureDetails.Of(failure));
            throw;
        }
    }

    private void Start(string? worker)
    {
        try
        {
            var started = worker is null ? [] : new JsonObject { ["workerName"] = worker };
            call.Record("ActivityStarted", started, progress => progress with { IsStarted = true });
            call.Pending!.TryBeat();
        }
        catch (OperationCanceledException)
        {
            // It ended while the worker fetched it; the worker's answer will be told so.
        }
    }
}

/// <summary>The details of events that tell a failure.</summary>
internal static class FailureDetails
{
    public static JsonObject Of(StateFailedException failure)
    {
        var details = new JsonObject();
        if (failure.Error is not null)
        {
            details["error"] = failure.Error;
        }

        if (failure.Cause is not null)
        {
            details["cause"] = failure.Cause;
        }

        return details;
    }
}
