using System.Text.Json;
using System.Text.Json.Nodes;
using LocalAws.StepFunctions.Executions;
using LocalAws.StepFunctions.Language;
using LocalAws.StepFunctions.Paths;

namespace LocalAws.StepFunctions.Tasks;

/// <summary>Parameters as a state has them become a request, and an answer becomes a result: names and texts differ.</summary>
internal static class ServicePayload
{
    /// <summary>The parameters that the operation takes; AWS leaves out the others, too.</summary>
    public static JsonNode? Select(TaskCall call, Integration integration)
    {
        if (call.Resource.IsSdk || call.Payload is not JsonObject payload)
        {
            return call.Payload?.DeepClone();
        }

        var known = payload.Where(one => integration.Required.Contains(one.Key) || integration.Optional.Contains(one.Key));
        return new JsonObject(known.Select(one => KeyValuePair.Create(one.Key, one.Value?.DeepClone())));
    }

    /// <summary>The request.</summary>
    public static JsonNode? Request(TaskResource resource, Integration integration, JsonNode? parameters, Execution execution)
    {
        var request = parameters?.DeepClone();
        if (request is JsonObject members)
        {
            switch (integration.Operation)
            {
                case "SendMessage":
                    MakeText(members, "MessageBody");
                    break;
                case "Publish":
                    MakeText(members, "Message");
                    break;
                case "StartExecution":
                    MakeText(members, "Input");
                    break;
                case "PutEvents" when !resource.IsSdk:
                    CompleteEntries(members, execution);
                    break;
            }
        }

        return integration.Service == "states" ? Rename(request, char.ToLowerInvariant) : request;
    }

    /// <summary>The result.</summary>
    public static JsonNode? Result(TaskResource resource, Integration integration, JsonNode? answer)
    {
        var result = integration.Service == "states" ? Rename(answer, char.ToUpperInvariant) : answer;
        if (resource.IsSdk)
        {
            return WriteTimes(result);
        }

        if (result is JsonObject members && integration.Service != "events")
        {
            AddMetadata(members);
        }

        return result;
    }

    /// <summary>Members with their first letter in another case, at all depths.</summary>
    public static JsonNode? Rename(JsonNode? node, Func<char, char> change) => node switch
    {
        JsonObject members => new JsonObject(members.Select(one =>
            KeyValuePair.Create(one.Key.Length == 0 ? one.Key : change(one.Key[0]) + one.Key[1..], Rename(one.Value, change)))),
        JsonArray elements => new JsonArray([.. elements.Select(element => Rename(element, change))]),
        _ => node?.DeepClone(),
    };

    private static void MakeText(JsonObject members, string name)
    {
        if (members.TryGetPropertyValue(name, out var value) && value is JsonObject or JsonArray)
        {
            members[name] = JsonText.Write(value);
        }
    }

    // "Step Functions includes the execution ARN and the state machine ARN in the Resources field of each PutEventsRequestEntry."
    private static void CompleteEntries(JsonObject members, Execution execution)
    {
        foreach (var entry in (members["Entries"] as JsonArray)?.OfType<JsonObject>() ?? [])
        {
            MakeText(entry, "Detail");
            var resources = (entry["Resources"] as JsonArray)?.DeepClone().AsArray() ?? [];
            resources.Add(execution.Machine.Arn);
            resources.Add(execution.Arn);
            entry["Resources"] = resources;
        }
    }

    private static void AddMetadata(JsonObject result)
    {
        var requestId = Guid.NewGuid().ToString();
        result["SdkHttpMetadata"] = new JsonObject
        {
            ["AllHttpHeaders"] = new JsonObject
            {
                ["x-amzn-RequestId"] = new JsonArray(requestId),
                ["Content-Type"] = new JsonArray("application/x-amz-json-1.0"),
            },
            ["HttpHeaders"] = new JsonObject { ["x-amzn-RequestId"] = requestId, ["Content-Type"] = "application/x-amz-json-1.0" },
            ["HttpStatusCode"] = 200,
        };
        result["SdkResponseMetadata"] = new JsonObject { ["RequestId"] = requestId };
    }

    // The SDK's operations give times as text, the protocol as seconds since 1970.
    private static JsonNode? WriteTimes(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray elements:
                return new JsonArray([.. elements.Select(WriteTimes)]);
            case JsonObject members:
                return new JsonObject(members.Select(one => KeyValuePair.Create(one.Key, IsTime(one.Key, one.Value)
                    ? JsonValue.Create(WriteTime(JsonNumbers.Read(one.Value)!.Value))
                    : WriteTimes(one.Value))));
            default:
                return node?.DeepClone();
        }
    }

    private static string WriteTime(double seconds) =>
        Timestamp.Write(DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Round(seconds * 1000)));

    private static bool IsTime(string name, JsonNode? value) => JsonText.Kind(value) == JsonValueKind.Number
        && (name.EndsWith("Date", StringComparison.Ordinal) || name.EndsWith("Time", StringComparison.Ordinal) || name == "Timestamp");
}
