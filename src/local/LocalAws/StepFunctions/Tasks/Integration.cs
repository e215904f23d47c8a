using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Language;

namespace LocalAws.StepFunctions.Tasks;

/// <summary>A service's operation as a Task calls it.</summary>
/// <param name="Service">The service's short name, as <see cref="IServiceCalls"/> knows it.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Required">The parameters that must be there.</param>
/// <param name="Optional">Those that may.</param>
/// <param name="Patterns">How a Task may wait for it.</param>
internal sealed record Integration(
    string Service, string Operation, IReadOnlyList<string> Required, IReadOnlyList<string> Optional, IReadOnlyList<TaskPattern> Patterns)
{
    private static readonly TaskPattern[] Answers = [TaskPattern.RequestResponse];
    private static readonly TaskPattern[] Tokens = [TaskPattern.RequestResponse, TaskPattern.WaitForTaskToken];
    private static readonly TaskPattern[] All =
        [TaskPattern.RequestResponse, TaskPattern.WaitForTaskToken, TaskPattern.Sync, TaskPattern.Sync2];

    // Of writes and reads with conditions, as DynamoDB names them.
    private static readonly string[] OfWrites =
    [
        "ConditionExpression", "ConditionalOperator", "Expected", "ExpressionAttributeNames", "ExpressionAttributeValues",
        "ReturnConsumedCapacity", "ReturnItemCollectionMetrics", "ReturnValues", "ReturnValuesOnConditionCheckFailure",
    ];

    private static readonly Dictionary<string, Integration> Optimized = new()
    {
        ["sqs:sendMessage"] = new("sqs", "SendMessage", ["QueueUrl", "MessageBody"],
            ["DelaySeconds", "MessageAttributes", "MessageDeduplicationId", "MessageGroupId"], Tokens),
        ["events:putEvents"] = new("events", "PutEvents", ["Entries"], [], Tokens),
        ["sns:publish"] = new("sns", "Publish", ["Message"],
            [
                "MessageAttributes", "MessageDeduplicationId", "MessageGroupId", "MessageStructure", "PhoneNumber", "Subject", "TargetArn",
                "TopicArn",
            ], Tokens),
        ["states:startExecution"] = new("states", "StartExecution", ["StateMachineArn"], ["Input", "Name", "TraceHeader"], All),
        ["dynamodb:getItem"] = new("dynamodb", "GetItem", ["TableName", "Key"],
            ["AttributesToGet", "ConsistentRead", "ExpressionAttributeNames", "ProjectionExpression", "ReturnConsumedCapacity"], Answers),
        ["dynamodb:putItem"] = new("dynamodb", "PutItem", ["TableName", "Item"], OfWrites, Answers),
        ["dynamodb:updateItem"] = new("dynamodb", "UpdateItem", ["TableName", "Key"],
            [.. OfWrites, "AttributeUpdates", "UpdateExpression"], Answers),
        ["dynamodb:deleteItem"] = new("dynamodb", "DeleteItem", ["TableName", "Key"], OfWrites, Answers),
    };

    private static readonly Dictionary<string, string> SdkServices = new()
    {
        ["sqs"] = "sqs",
        ["eventbridge"] = "events",
        ["dynamodb"] = "dynamodb",
        ["sfn"] = "states",
        ["sns"] = "sns",
    };

    /// <summary>The operation of a resource; null when it is none that is here.</summary>
    public static Integration? Find(TaskResource resource)
    {
        if (!resource.IsSdk)
        {
            return Optimized.GetValueOrDefault($"{resource.Service}:{resource.Action}");
        }

        return SdkServices.TryGetValue(resource.Service!, out var service) && resource.Action is [>= 'a' and <= 'z', ..]
            ? new Integration(service, char.ToUpperInvariant(resource.Action[0]) + resource.Action[1..], [], [], Tokens)
            : null;
    }

    /// <summary>Why a Task cannot call a resource with these parameters; null when it can.</summary>
    public static ResourceRefusal? Refuse(TaskResource resource, JsonObject? parameters, IServiceCalls calls)
    {
        if (resource.IsActivity)
        {
            return null;
        }

        if (resource.Service == "lambda")
        {
            return new ResourceRefusal("LocalAws has no Lambda: functions cannot be called. Use an activity or a task token", "Resource");
        }

        var isOurs = !resource.IsSdk && Optimized.Keys.Any(key => key.StartsWith($"{resource.Service}:", StringComparison.Ordinal));
        var integration = Find(resource);
        if (integration is null ? isOurs : !integration.Patterns.Contains(resource.Pattern))
        {
            return ResourceRefusal.NotRecognized(resource.Arn);
        }

        if (integration is null || (resource.IsSdk && !calls.Has(integration.Service, integration.Operation)))
        {
            return new ResourceRefusal(
                $"LocalAws cannot call the resource {resource.Arn}. It calls {string.Join(", ", Optimized.Keys)}, activities, "
                    + $"and aws-sdk operations that it has itself, of {string.Join(", ", SdkServices.Keys)}",
                "Resource");
        }

        return resource.IsSdk || parameters is null ? null : integration.RefuseParameters(parameters);
    }

    private ResourceRefusal? RefuseParameters(JsonObject parameters)
    {
        var names = parameters.Select(one => one.Key.EndsWith(".$", StringComparison.Ordinal) ? one.Key[..^2] : one.Key).ToList();
        if (names.Find(name => !Required.Contains(name) && !Optional.Contains(name)) is { } unknown)
        {
            return new ResourceRefusal($"The field \"{unknown}\" is not supported by Step Functions", "Parameters");
        }

        return Required.FirstOrDefault(name => !names.Contains(name)) is { } missing
            ? new ResourceRefusal($"The field \"{missing}\" is required but was missing", "Parameters")
            : null;
    }
}
