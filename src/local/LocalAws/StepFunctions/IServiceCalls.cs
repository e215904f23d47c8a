using System.Text.Json.Nodes;

namespace LocalAws.StepFunctions;

/// <summary>How state machines reach other services: the server connects it, so that this room knows nothing of them.</summary>
internal interface IServiceCalls
{
    /// <summary>Whether there is such an operation.</summary>
    /// <param name="service">The service by its short name: <c>sqs</c>, <c>events</c>, <c>dynamodb</c>, <c>states</c>, <c>sns</c>.</param>
    /// <param name="operation">The operation as clients call it: <c>SendMessage</c>.</param>
    bool Has(string service, string operation);

    /// <summary>Calls an operation as a client would.</summary>
    /// <exception cref="Http.AwsException">The service refuses, or there is no such operation.</exception>
    Task<JsonNode?> CallAsync(string service, string operation, JsonNode? request, string region, CancellationToken cancellationToken);

    /// <summary>Puts an event of AWS itself on the region's default bus.</summary>
    ValueTask PutEventAsync(ServiceEvent serviceEvent, CancellationToken cancellationToken);
}

/// <summary>An event that AWS puts on a bus.</summary>
/// <param name="Region">The region of the bus.</param>
/// <param name="Source">As <c>aws.states</c>.</param>
/// <param name="DetailType">What has happened.</param>
/// <param name="Detail">The detail, as JSON.</param>
/// <param name="Resource">The ARN of what it has happened to.</param>
internal sealed record ServiceEvent(string Region, string Source, string DetailType, string Detail, string Resource);
