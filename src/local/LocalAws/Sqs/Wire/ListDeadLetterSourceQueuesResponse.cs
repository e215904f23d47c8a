using System.Text.Json.Serialization;

namespace LocalAws.Sqs.Wire;

internal sealed record ListDeadLetterSourceQueuesResponse(
    [property: JsonPropertyName("queueUrls")] IReadOnlyList<string> QueueUrls, string? NextToken);
