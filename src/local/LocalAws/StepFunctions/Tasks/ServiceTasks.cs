using System.Text.Json.Nodes;
using LocalAws.Http;
using LocalAws.StepFunctions.Evaluation;
using LocalAws.StepFunctions.Executions;
using LocalAws.StepFunctions.Language;
using LocalAws.StepFunctions.Paths;

namespace LocalAws.StepFunctions.Tasks;

/// <summary>Calls services for Tasks, and waits for what they wait for.</summary>
/// <param name="calls">The services.</param>
/// <param name="children">Waits for executions that a Task has started.</param>
/// <param name="time">The clock.</param>
internal sealed class ServiceTasks(IServiceCalls calls, IChildExecutions children, TimeProvider time)
{
    public async Task<JsonNode?> RunAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var integration = Integration.Find(call.Resource)!;
        if (call.Progress.IsSubmitted)
        {
            return await EndAsync(call, () => FollowAsync(call, call.Progress.Answer, cancellationToken));
        }

        var parameters = call.Visit.Fitting(ServicePayload.Select(call, integration));
        var region = StatesArn.TryParse(call.Visit.Run.Execution.Arn)!.Region;
        call.Record("TaskScheduled", call.WithLimits(Details(call, new JsonObject
        {
            ["region"] = region,
            ["parameters"] = JsonText.Write(parameters),
        })));
        call.Record("TaskStarted", Details(call, []));
        return await EndAsync(call, async () =>
        {
            var request = ServicePayload.Request(call.Resource, integration, parameters, call.Visit.Run.Execution);

            // A service may answer the token before the call has returned: the time between heartbeats begins now.
            call.Pending?.TryBeat();
            var answer = await WithinAsync(
                call, stop => calls.CallAsync(integration.Service, integration.Operation, request, region, stop), cancellationToken);
            RefuseFailedEntries(call, answer);
            var result = call.Visit.Fitting(ServicePayload.Result(call.Resource, integration, answer));
            if (call.Resource.Pattern == TaskPattern.RequestResponse)
            {
                return result;
            }

            call.Record("TaskSubmitted", Details(call, Output(result)), progress => progress with { IsSubmitted = true, Answer = result });
            return await FollowAsync(call, result, cancellationToken);
        });
    }

    private static async Task<JsonNode?> EndAsync(TaskCall call, Func<Task<JsonNode?>> work)
    {
        try
        {
            var result = await work();
            call.Record("TaskSucceeded", Details(call, Output(call.Visit.Fitting(result))));
            return result;
        }
        catch (AwsException refusal)
        {
            throw Fail(call, ServiceFailure.Of(call.Resource, refusal));
        }
        catch (NoAnswerException)
        {
            throw Fail(call, ServiceFailure.NoAnswer(call.Resource));
        }
        catch (StateFailedException failure)
        {
            throw Fail(call, failure);
        }
    }

    // What the call has begun may end much later.
    private async Task<JsonNode?> FollowAsync(TaskCall call, JsonNode? result, CancellationToken cancellationToken)
    {
        var pending = call.Pending!;
        if (call.Resource.Pattern == TaskPattern.WaitForTaskToken)
        {
            return await pending.AwaitAsync(call.Deadline, call.Heartbeat, cancellationToken);
        }

        var arn = JsonText.String(result?["ExecutionArn"])!;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ended = children.EndOfAsync(arn, stop.Token);
        var answered = pending.AwaitAsync(call.Deadline, null, stop.Token);
        try
        {
            // Its token ends a task that waits for an execution, too.
            var first = await Task.WhenAny(ended, answered);
            await stop.CancelAsync();
            if (first == answered)
            {
                return await answered;
            }

            await ended;
        }
        catch (Exception exception) when (exception is OperationCanceledException or StateFailedException)
        {
            children.Stop(arn);
            throw;
        }

        return children.Describe(arn, call.Resource.Pattern == TaskPattern.Sync2);
    }

    private async Task<T> WithinAsync<T>(TaskCall call, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var working = work(stop.Token);
        var alarm = time.WaitUntilAsync(call.Deadline ?? DateTimeOffset.MaxValue, stop.Token);
        var first = await Task.WhenAny(working, alarm);
        await stop.CancelAsync();
        return first == working || cancellationToken.IsCancellationRequested ? await working : throw TimeOuts.Task();
    }

    // "If the response contains entries that have failed … the task fails with EventBridge.FailedEntry."
    private static void RefuseFailedEntries(TaskCall call, JsonNode? answer)
    {
        if (call.Resource is { IsSdk: false, Service: "events" } && JsonNumbers.ReadWhole(answer?["FailedEntryCount"]) > 0)
        {
            throw new StateFailedException("EventBridge.FailedEntry", JsonText.Write(answer));
        }
    }

    private static StateFailedException Fail(TaskCall call, StateFailedException failure)
    {
        var type = failure.Error == ErrorNames.Timeout ? "TaskTimedOut" : "TaskFailed";
        call.Record(type, Details(call, FailureDetails.Of(failure)));
        return failure;
    }

    private static JsonObject Output(JsonNode? result) => new()
    {
        ["output"] = JsonText.Write(result),
        ["outputDetails"] = new JsonObject { ["truncated"] = false },
    };

    private static JsonObject Details(TaskCall call, JsonObject details)
    {
        details["resourceType"] = call.Resource.HistoryType;
        details["resource"] = call.Resource.HistoryResource;
        return details;
    }
}

/// <summary>The executions that Tasks start and wait for.</summary>
internal interface IChildExecutions
{
    /// <summary>Ends when the execution has.</summary>
    Task<object?> EndOfAsync(string arn, CancellationToken cancellationToken);

    /// <summary>The execution's description as a result.</summary>
    /// <exception cref="StateFailedException">The execution did not succeed.</exception>
    JsonNode? Describe(string arn, bool withJson);

    /// <summary>Stops an execution that nobody waits for any longer.</summary>
    void Stop(string arn);
}

/// <summary>A service has not answered: its connection ended.</summary>
internal sealed class NoAnswerException : Exception;
