using System.Text.Json;
using System.Text.Json.Nodes;
using LocalAws.EventBridge.Events;
using LocalAws.Http;

namespace LocalAws.EventBridge.Buses;

/// <summary>The policy of a bus: statements about who else may put events on it.</summary>
internal sealed class BusPolicy
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly JsonObject _document;

    private BusPolicy(JsonObject document) => _document = document;

    /// <summary>The policy as JSON; null when it has no statement.</summary>
    public string? Text => Statements.Count == 0 ? null : _document.ToJsonString();

    private JsonArray Statements => _document["Statement"]!.AsArray();

    /// <summary>A bus's policy, to be changed; one without statements where it has none.</summary>
    public static BusPolicy Of(EventBus bus) => bus.Policy is not null
        ? Parse(bus.Policy)
        : new BusPolicy(new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray() });

    /// <exception cref="AwsException">It is no policy.</exception>
    public static BusPolicy Parse(string text)
    {
        try
        {
            var policy = JsonNode.Parse(text, documentOptions: Strict) as JsonObject;
            if (policy?["Statement"] is JsonObject only)
            {
                policy["Statement"] = new JsonArray(only.DeepClone());
            }

            return policy?["Statement"] is JsonArray statements
                && statements.All(statement => statement is JsonObject)
                && !Surrogates.AreUnpaired(text, JsonElement.Parse(text))
                ? new BusPolicy(policy)
                : throw Malformed();
        }
        catch (JsonException)
        {
            throw Malformed();
        }
    }

    /// <summary>Adds a statement, or replaces the one of the same id.</summary>
    public void Put(string id, string action, string principal, PermissionCondition? condition, string resource)
    {
        var statement = new JsonObject
        {
            ["Sid"] = id,
            ["Effect"] = "Allow",
            ["Principal"] = principal == "*" ? "*" : new JsonObject { ["AWS"] = $"arn:aws:iam::{principal}:root" },
            ["Action"] = action,
            ["Resource"] = resource,
        };
        if (condition is not null)
        {
            statement["Condition"] = new JsonObject { [condition.Type!] = new JsonObject { [condition.Key!] = condition.Value } };
        }

        Remove(id);
        Statements.Add(statement);
    }

    /// <summary>Takes a statement out, if there is one of that id.</summary>
    public bool Remove(string id) => Statements.RemoveAll(
        statement => statement!["Sid"] is JsonValue sid && sid.TryGetValue(out string? text) && text == id) > 0;

    private static AwsException Malformed() => EventBridgeErrors.InvalidParameter("Policy", "The policy is malformed.");
}
