using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Events;

namespace Workers.Provisioning.StateMachines;

/// <summary>The states that call EventBridge and DynamoDB: each has a limit in time, and tries again what may pass.</summary>
/// <param name="nameOf">Makes the name of the bus of what the topology calls it.</param>
/// <param name="partition">AWS's partition.</param>
internal sealed class TaskStates(Func<string, string> nameOf, string partition)
{
    private static readonly string[] TransientOfEventBridge =
    [
        "EventBridge.FailedEntry",
        "EventBridge.InternalException",
        "EventBridge.SdkClientException",
        "EventBridge.ThrottlingException",
        "EventBridge.AmazonEventBridgeException",
    ];

    private static readonly string[] TransientOfDynamoDb =
    [
        "DynamoDB.InternalServerErrorException",
        "DynamoDB.ProvisionedThroughputExceededException",
        "DynamoDB.RequestLimitExceededException",
        "DynamoDB.SdkClientException",
        "DynamoDB.ThrottlingException",
        "DynamoDB.AmazonDynamoDBException",
    ];

    /// <summary>
    /// Puts an event and waits until somebody returns the task token, which the event carries. The answer takes no place in the data.
    /// </summary>
    public JsonObject Publish(EventName name, int seconds, RequestDetail detail, params JsonObject[] catchers)
    {
        var (member, value) = detail.For(name);
        var state = Task("events:putEvents.waitForTaskToken", seconds);
        state["Parameters"] = new JsonObject
        {
            ["Entries"] = new JsonArray(new JsonObject
            {
                ["EventBusName"] = nameOf(Topology.Bus),
                ["Source"] = name.Source,
                ["DetailType"] = name.DetailType,
                [member] = value,
            }),
        };
        state["ResultPath"] = null;

        // A worker that died has the message again by then, or another worker has the second request.
        state["Retry"] = new JsonArray(Retry(["States.Timeout"], attempts: 1), Retry(TransientOfEventBridge, attempts: 2));
        return WithCatch(state, catchers);
    }

    /// <summary>Calls an operation of DynamoDB.</summary>
    public JsonObject CallTable(string operation, int seconds, JsonObject parameters, string? resultPath, params JsonObject[] catchers)
    {
        var state = Task($"dynamodb:{operation}", seconds);
        state["Parameters"] = parameters;
        state["ResultPath"] = resultPath;
        state["Retry"] = new JsonArray(Retry(["States.Timeout", .. TransientOfDynamoDb], attempts: 2));
        return WithCatch(state, catchers);
    }

    private JsonObject Task(string call, int seconds) => new()
    {
        ["Type"] = "Task",
        ["Resource"] = $"arn:{partition}:states:::{call}",
        ["TimeoutSeconds"] = seconds,
    };

    private static JsonObject Retry(string[] errors, int attempts) => new()
    {
        ["ErrorEquals"] = new JsonArray([.. errors.Select(error => JsonValue.Create(error))]),
        ["IntervalSeconds"] = 1,
        ["MaxAttempts"] = attempts,
        ["BackoffRate"] = 2,
        ["MaxDelaySeconds"] = 5,
        ["JitterStrategy"] = "FULL",
    };

    private static JsonObject WithCatch(JsonObject state, JsonObject[] catchers) =>
        catchers.Length == 0 ? state : state.With("Catch", new JsonArray([.. catchers]));
}
