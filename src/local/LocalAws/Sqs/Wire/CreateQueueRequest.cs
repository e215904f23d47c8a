using System.Text.Json.Serialization;

namespace LocalAws.Sqs.Wire;

internal sealed record CreateQueueRequest(
    string? QueueName,
    Dictionary<string, string?>? Attributes,
    [property: JsonPropertyName("tags")] Dictionary<string, string?>? Tags);
