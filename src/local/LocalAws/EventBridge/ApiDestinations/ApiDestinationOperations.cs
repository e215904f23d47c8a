using System.Text.RegularExpressions;
using LocalAws.EventBridge.Buses;
using LocalAws.EventBridge.Lists;
using LocalAws.Http;

namespace LocalAws.EventBridge.ApiDestinations;

/// <summary>CreateApiDestination, UpdateApiDestination, and those that only have a name.</summary>
internal sealed record ApiDestinationRequest(string? Name)
{
    public string? Description { get; init; }

    public string? ConnectionArn { get; init; }

    public string? InvocationEndpoint { get; init; }

    public string? HttpMethod { get; init; }

    public int? InvocationRateLimitPerSecond { get; init; }
}

/// <summary>An API destination as clients see it; each operation shows some of it.</summary>
internal sealed record ApiDestinationDescription(string ApiDestinationArn, string ApiDestinationState, DateTimeOffset CreationTime)
{
    public required DateTimeOffset LastModifiedTime { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? ConnectionArn { get; init; }

    public string? InvocationEndpoint { get; init; }

    public string? HttpMethod { get; init; }

    public int? InvocationRateLimitPerSecond { get; init; }
}

/// <summary>A page of ListApiDestinations.</summary>
internal sealed record ApiDestinationPage(IEnumerable<ApiDestinationDescription> ApiDestinations, string? NextToken);

/// <summary>Create, update, describe, list and delete API destinations.</summary>
internal sealed partial class ApiDestinationOperations(Regions regions, TimeProvider time)
{
    private const int MaxDestinations = 3000;
    private const int MaxNameLength = 64;
    private const int DefaultRateLimit = 300;
    private const string ConnectionPattern =
        @"^arn:aws([a-z]|\-)*:events:([a-z]|\d|\-)*:([0-9]{12})?:connection\/[\.\-_A-Za-z0-9]+\/[\-A-Za-z0-9]+$";

    public ApiDestinationDescription Create(ApiDestinationRequest request, AwsRequest aws)
    {
        Constrain(request, isNew: true).Check();
        var (name, now) = (request.Name!, time.GetUtcNow());
        var arn = EventBridgeArn.OfNew(aws.Region, EventBridgeArn.ApiDestinationKind, name);
        var destination = new ApiDestination(name, arn, now)
        {
            ConnectionArn = request.ConnectionArn!,
            InvocationEndpoint = request.InvocationEndpoint!,
            HttpMethod = request.HttpMethod!,
            InvocationRateLimitPerSecond = request.InvocationRateLimitPerSecond ?? DefaultRateLimit,
            Description = request.Description,
            LastModifiedTime = now,
        };
        var changed = regions.Change(aws.Region, region =>
        {
            CheckConnection(region, destination);
            return region.ApiDestinations switch
            {
                var known when known.Find(name) is not null => throw EventBridgeErrors.AlreadyExists($"Api-destination {name}"),
                { Items.Length: >= MaxDestinations } => throw EventBridgeErrors.LimitExceeded(),
                var known => region with { ApiDestinations = known.With(destination) },
            };
        });
        return Describe(destination, changed);
    }

    /// <summary>Changes what the request has; the rest stays.</summary>
    public ApiDestinationDescription Update(ApiDestinationRequest request, AwsRequest aws)
    {
        Constrain(request, isNew: false).Check();
        var changed = regions.Change(aws.Region, region =>
        {
            var known = Find("update", region, request.Name!);
            var destination = known with
            {
                ConnectionArn = request.ConnectionArn ?? known.ConnectionArn,
                InvocationEndpoint = request.InvocationEndpoint ?? known.InvocationEndpoint,
                HttpMethod = request.HttpMethod ?? known.HttpMethod,
                InvocationRateLimitPerSecond = request.InvocationRateLimitPerSecond ?? known.InvocationRateLimitPerSecond,
                Description = request.Description ?? known.Description,
                LastModifiedTime = time.GetUtcNow(),
            };
            if (request.ConnectionArn is not null)
            {
                CheckConnection(region, destination);
            }

            return region with { ApiDestinations = region.ApiDestinations.With(destination) };
        });
        return Describe(changed.ApiDestinations.Find(request.Name!)!, changed);
    }

    public ApiDestinationDescription Describe(ApiDestinationRequest request, AwsRequest aws)
    {
        ConstrainName(request).Check();
        var region = regions[aws.Region];
        var destination = Find("describe", region, request.Name!);
        return Summarize(destination, region) with { Description = destination.Description };
    }

    public ApiDestinationPage List(ListRequest request, AwsRequest aws)
    {
        request.Constrain(MaxNameLength)
            .Satisfy("connectionArn", request.ConnectionArn, IsConnection(request.ConnectionArn), ConnectionPattern)
            .Check();
        var region = regions[aws.Region];
        var destinations = region.ApiDestinations.Items
            .Where(destination => request.ConnectionArn is null || request.ConnectionArn == destination.ConnectionArn);
        var page = Page<ApiDestination>.Of(destinations, request);
        return new ApiDestinationPage(page.Items.Select(destination => Summarize(destination, region)), page.NextToken);
    }

    public Nothing Delete(ApiDestinationRequest request, AwsRequest aws)
    {
        ConstrainName(request).Check();
        regions.Change(aws.Region, region =>
        {
            Find("delete", region, request.Name!);
            return region with { ApiDestinations = region.ApiDestinations.Without(request.Name!) };
        });
        return new Nothing();
    }

    private static ApiDestinationDescription Describe(ApiDestination destination, Region region) =>
        new(destination.Arn, State(destination, region), destination.CreationTime) { LastModifiedTime = destination.LastModifiedTime };

    private static ApiDestinationDescription Summarize(ApiDestination destination, Region region) => Describe(destination, region) with
    {
        Name = destination.Name,
        ConnectionArn = destination.ConnectionArn,
        InvocationEndpoint = destination.InvocationEndpoint,
        HttpMethod = destination.HttpMethod,
        InvocationRateLimitPerSecond = destination.InvocationRateLimitPerSecond,
    };

    private static string State(ApiDestination destination, Region region) =>
        region.ConnectionOf(destination)?.State == Connection.Authorized ? ApiDestination.Active : ApiDestination.Inactive;

    private static ApiDestination Find(string verb, Region region, string name) => region.ApiDestinations.Find(name)
        ?? throw EventBridgeErrors.NotFound($"Failed to {verb} the api-destination(s). An api-destination '{name}' does not exist.");

    private static void CheckConnection(Region region, ApiDestination destination)
    {
        var arn = EventBridgeArn.TryParse(destination.ConnectionArn)!.Own();
        if (region.ConnectionOf(destination) is null)
        {
            throw EventBridgeErrors.NotFound($"Connection '{arn.Path.Split('/')[0]}' does not exist.");
        }
    }

    private static Constraints ConstrainName(ApiDestinationRequest request) =>
        new Constraints().Name("name", request.Name, MaxNameLength);

    private static Constraints Constrain(ApiDestinationRequest request, bool isNew) => ConstrainName(request)
        .Line("description", request.Description, 512)
        .Present("connectionArn", request.ConnectionArn, isNew)
        .Satisfy("connectionArn", request.ConnectionArn, IsConnection(request.ConnectionArn), ConnectionPattern)
        .Present("invocationEndpoint", request.InvocationEndpoint, isNew)
        .Endpoint("invocationEndpoint", request.InvocationEndpoint)
        .Present("httpMethod", request.HttpMethod, isNew)
        .OneOf("httpMethod", request.HttpMethod, "HEAD", "POST", "PATCH", "DELETE", "PUT", "GET", "OPTIONS")
        .Range("invocationRateLimitPerSecond", request.InvocationRateLimitPerSecond, 1);

    private static bool IsConnection(string? arn) => arn is null || ConnectionArn().IsMatch(arn);

    [GeneratedRegex(
        @"^arn:aws[a-z-]*:events:[a-z\d-]*:([0-9]{12})?:connection/[.\-_A-Za-z0-9]+/[\-A-Za-z0-9]+\z", RegexOptions.ExplicitCapture)]
    private static partial Regex ConnectionArn();
}
