using LocalAws.EventBridge.Lists;
using LocalAws.EventBridge.Tags;
using LocalAws.EventBridge.Targets;
using LocalAws.Http;

namespace LocalAws.EventBridge.Buses;

/// <summary>DescribeEventBus and DeleteEventBus.</summary>
internal sealed record BusRequest(string? Name);

/// <summary>CreateEventBus, and UpdateEventBus, which has neither tags nor an event source.</summary>
internal sealed record CreateEventBusRequest(string? Name)
{
    public string? Description { get; init; }

    public string? EventSourceName { get; init; }

    public string? KmsKeyIdentifier { get; init; }

    public DeadLetterConfig? DeadLetterConfig { get; init; }

    public LogConfig? LogConfig { get; init; }

    public IReadOnlyList<Tag>? Tags { get; init; }
}

/// <summary>The new bus.</summary>
internal sealed record CreateEventBusResponse(string EventBusArn)
{
    public string? Description { get; init; }

    public string? KmsKeyIdentifier { get; init; }

    public DeadLetterConfig? DeadLetterConfig { get; init; }

    public LogConfig? LogConfig { get; init; }

    public static CreateEventBusResponse Of(EventBus bus) => new(bus.Arn)
    {
        Description = bus.Description,
        KmsKeyIdentifier = bus.KmsKeyIdentifier,
        DeadLetterConfig = bus.DeadLetterConfig,
        LogConfig = bus.LogConfig,
    };
}

/// <summary>A page of ListEventBuses.</summary>
internal sealed record BusPage(IEnumerable<BusDescription> EventBuses, string? NextToken);

/// <summary>Create, describe, list and delete buses.</summary>
internal sealed class BusOperations(Regions regions, TimeProvider time)
{
    private const int MaxBuses = 100;
    private const int MaxNameLength = 256;

    public CreateEventBusResponse Create(CreateEventBusRequest request, AwsRequest aws)
    {
        Constrain(request).Require("name", request.Name).Check();
        Tag.Check(request.Tags);
        RefuseWhatPartnersMay(request);
        var bus = Apply(request, new EventBus(request.Name!, EventBridgeArn.OfBus(aws.Region, request.Name!), time.GetUtcNow())
        {
            Tags = Catalog<Tag>.Empty.With(request.Tags ?? []),
        });
        regions.Change(aws.Region, region => region.Buses switch
        {
            var buses when buses.Find(bus.Name) is not null => throw EventBridgeErrors.AlreadyExists($"Event bus {bus.Name}"),
            { Items.Length: >= MaxBuses } => throw EventBridgeErrors.LimitExceeded(),
            _ => region.With(bus),
        });
        return CreateEventBusResponse.Of(bus);
    }

    /// <summary>Changes the settings that the request has; the others stay.</summary>
    public BusDescription Update(CreateEventBusRequest request, AwsRequest aws)
    {
        Constrain(request).Check();
        var name = request.Name ?? EventBus.Default;
        var changed = regions.Change(
            aws.Region, region => region.With(Apply(request, region.Bus(name)) with { LastModifiedTime = time.GetUtcNow() }));
        return BusDescription.WithSettings(changed.Bus(name)) with { Policy = null, CreationTime = null, LastModifiedTime = null };
    }

    public BusDescription Describe(BusRequest request, AwsRequest aws)
    {
        new Constraints().Bus("name", request.Name).Check();
        return BusDescription.WithSettings(regions.Bus(BusAddress.Of(request.Name, aws.Region)));
    }

    public BusPage List(ListRequest request, AwsRequest aws)
    {
        request.ConstrainPage().BusName("namePrefix", request.NamePrefix).Check();
        var page = Page<EventBus>.Of(regions[aws.Region].Buses.Items, request);
        return new BusPage(page.Items.Select(BusDescription.Of), page.NextToken);
    }

    /// <summary>Deletes a bus, if there is one of that name. Its rules have to be deleted first.</summary>
    public Nothing Delete(BusRequest request, AwsRequest aws)
    {
        new Constraints().Require("name", request.Name).BusName("name", request.Name).Check();
        var name = request.Name!;
        if (name == EventBus.Default)
        {
            throw EventBridgeErrors.Validation("Cannot delete event bus default.");
        }

        regions.Change(aws.Region, region => region.Buses.Find(name) is { Rules.Items.Length: > 0 }
            ? throw EventBridgeErrors.Validation($"Event bus {name} can't be deleted since it has rules.")
            : region with { Buses = region.Buses.Without(name) });
        return new Nothing();
    }

    private static EventBus Apply(CreateEventBusRequest request, EventBus bus) => bus with
    {
        Description = request.Description ?? bus.Description,
        KmsKeyIdentifier = request.KmsKeyIdentifier ?? bus.KmsKeyIdentifier,
        DeadLetterConfig = request.DeadLetterConfig ?? bus.DeadLetterConfig,
        LogConfig = request.LogConfig ?? bus.LogConfig,
    };

    private static Constraints Constrain(CreateEventBusRequest request) => new Constraints()
        .BusName("name", request.Name)
        .Length("eventSourceName", request.EventSourceName, 1, MaxNameLength)
        .Length("description", request.Description, 0, 512)
        .Key("kmsKeyIdentifier", request.KmsKeyIdentifier)
        .Length("deadLetterConfig.arn", request.DeadLetterConfig?.Arn, 1, 1600)
        .OneOf("logConfig.includeDetail", request.LogConfig?.IncludeDetail, "NONE", "FULL")
        .OneOf("logConfig.level", request.LogConfig?.Level, "OFF", "ERROR", "INFO", "TRACE")
        .Tags(request.Tags);

    // Only a partner's bus has its event source's name, slashes included; there are no partners here.
    private static void RefuseWhatPartnersMay(CreateEventBusRequest request)
    {
        if (request.EventSourceName is { } source)
        {
            throw EventBridgeErrors.NoEventSource(source);
        }

        if (request.Name!.Contains('/'))
        {
            throw EventBridgeErrors.Validation("Event bus name must not contain '/'.");
        }
    }
}
