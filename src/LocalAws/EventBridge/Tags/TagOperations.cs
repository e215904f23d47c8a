using LocalAws.EventBridge.Buses;
using LocalAws.EventBridge.Lists;
using LocalAws.Http;

namespace LocalAws.EventBridge.Tags;

/// <summary>Tags of buses and rules.</summary>
internal sealed class TagOperations(Regions regions)
{
    public Nothing Add(TagRequest request, AwsRequest aws)
    {
        new Constraints().Require("tags", request.Tags).Check();
        return Change(request, tags => tags.With(request.Tags!));
    }

    public Nothing Remove(TagRequest request, AwsRequest aws)
    {
        new Constraints().Require("tagKeys", request.TagKeys).Check();
        return Change(request, tags => tags.Without(request.TagKeys!));
    }

    public TagList List(TagRequest request, AwsRequest aws)
    {
        var (arn, bus, rule) = Read(request);
        var holder = regions.Bus(new BusAddress(arn.Region, bus));
        return new TagList(rule is null ? holder.Tags.Items : holder.Rule(rule).Tags.Items);
    }

    private Nothing Change(TagRequest request, Func<Catalog<Tag>, Catalog<Tag>> change)
    {
        var (arn, busName, ruleName) = Read(request);
        regions.Change(arn.Region, region =>
        {
            var bus = region.Bus(busName);
            if (ruleName is null)
            {
                return region.With(bus with { Tags = change(bus.Tags) });
            }

            var rule = bus.Rule(ruleName);
            return region.With(rule with { Tags = change(rule.Tags) });
        });
        return new Nothing();
    }

    private static (EventBridgeArn Arn, string Bus, string? Rule) Read(TagRequest request)
    {
        new Constraints().Require("resourceARN", request.ResourceArn).Check();
        return EventBridgeArn.TryParse(request.ResourceArn) switch
        {
            { Kind: EventBridgeArn.Bus } arn => (arn, arn.Path, null),
            { Kind: "rule" } arn when arn.Path.Split('/') is [var bus, var rule] => (arn, bus, rule),
            { Kind: "rule" } arn => (arn, EventBus.Default, arn.Path),
            _ => throw EventBridgeErrors.MalformedArn(request.ResourceArn!),
        };
    }
}
