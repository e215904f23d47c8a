using LocalAws.EventBridge.Lists;
using LocalAws.EventBridge.Tags;
using LocalAws.Http;

namespace LocalAws.EventBridge.Buses;

/// <summary>Create, describe, list and delete buses.</summary>
internal sealed class BusOperations(Regions regions, TimeProvider time)
{
    private const int MaxBuses = 100;

    public CreateEventBusResponse Create(CreateEventBusRequest request, AwsRequest aws)
    {
        new Constraints().Name("name", request.Name, 256).Length("description", request.Description, 0, 512).Check();
        var bus = new EventBus(request.Name!, EventBridgeArn.OfBus(aws.Region, request.Name!), time.GetUtcNow())
        {
            Description = request.Description,
            Tags = Catalog<Tag>.Empty.With(request.Tags ?? []),
        };
        regions.Change(aws.Region, region => region.Buses switch
        {
            var buses when buses.Find(bus.Name) is not null => throw EventBridgeErrors.AlreadyExists($"Event bus {bus.Name}"),
            { Items.Length: >= MaxBuses } => throw EventBridgeErrors.LimitExceeded(),
            _ => region.With(bus),
        });
        return new CreateEventBusResponse(bus.Arn, bus.Description);
    }

    public BusDescription Describe(BusRequest request, AwsRequest aws) =>
        BusDescription.Of(regions.Bus(BusAddress.Of(request.Name, aws.Region)));

    public BusPage List(ListRequest request, AwsRequest aws)
    {
        var page = Page<EventBus>.Of(regions[aws.Region].Buses.Items, request);
        return new BusPage(page.Items.Select(BusDescription.Of), page.NextToken);
    }

    /// <summary>Deletes a bus, if there is one of that name. Its rules have to be deleted first.</summary>
    public Nothing Delete(BusRequest request, AwsRequest aws)
    {
        new Constraints().Require("name", request.Name).Check();
        var address = BusAddress.Of(request.Name, aws.Region);
        if (address.Name == EventBus.Default)
        {
            throw EventBridgeErrors.Validation("Cannot delete event bus default.");
        }

        regions.Change(address.Region, region => region.Buses.Find(address.Name) is { Rules.Items.Length: > 0 }
            ? throw EventBridgeErrors.Validation($"Event bus {address.Name} can't be deleted since it has rules.")
            : region with { Buses = region.Buses.Without(address.Name) });
        return new Nothing();
    }
}
