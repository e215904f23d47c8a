using LocalAws.EventBridge.Lists;

namespace LocalAws.EventBridge.ApiDestinations;

/// <summary>An HTTP endpoint that rules send events to.</summary>
internal sealed record ApiDestination(string Name, string Arn, DateTimeOffset CreationTime) : INamed
{
    public const string Active = "ACTIVE";
    public const string Inactive = "INACTIVE";

    public required string ConnectionArn { get; init; }

    /// <summary>Its URL; each <c>*</c> in the path is a place for a value of the target.</summary>
    public required string InvocationEndpoint { get; init; }

    public required string HttpMethod { get; init; }

    public required int InvocationRateLimitPerSecond { get; init; }

    public required DateTimeOffset LastModifiedTime { get; init; }

    public string? Description { get; init; }
}
