using System.Text.Json.Serialization;
using LocalAws.EventBridge.Buses;
using LocalAws.EventBridge.Lists;
using LocalAws.Http;

namespace LocalAws.EventBridge.Tags;

/// <summary>TagResource, UntagResource and ListTagsForResource.</summary>
internal sealed record TagRequest([property: JsonPropertyName("ResourceARN")] string? ResourceArn)
{
    public IReadOnlyList<Tag>? Tags { get; init; }

    public IReadOnlyList<string>? TagKeys { get; init; }
}

/// <summary>The tags of a bus or rule.</summary>
internal sealed record TagList(IEnumerable<Tag> Tags);

/// <summary>Tags of buses and rules.</summary>
internal sealed class TagOperations(Regions regions)
{
    public Nothing Add(TagRequest request, AwsRequest aws)
    {
        Constrain(request).Require("tags", request.Tags).Tags(request.Tags).Check();
        Tag.Check(request.Tags);
        return Change(
            request, tags => tags.With(request.Tags!) is { Items.Length: <= Tag.MaxTags } changed ? changed : throw Tag.TooMany());
    }

    public Nothing Remove(TagRequest request, AwsRequest aws)
    {
        Constrain(request)
            .Require("tagKeys", request.TagKeys)
            .Each("tagKeys", request.TagKeys, (constraints, member, key) => constraints.Length(member, key, 1, 128))
            .Check();
        return Change(request, tags => tags.Without(request.TagKeys!));
    }

    public TagList List(TagRequest request, AwsRequest aws)
    {
        Constrain(request).Check();
        var (arn, bus, rule) = Read(request);
        var region = regions[arn.Region];
        return new TagList(rule is null ? region.Bus(bus).Tags.Items : region.Rule(bus, rule).Tags.Items);
    }

    private Nothing Change(TagRequest request, Func<Catalog<Tag>, Catalog<Tag>> change)
    {
        var (arn, busName, ruleName) = Read(request);
        regions.Change(arn.Region, region =>
        {
            if (ruleName is null)
            {
                var bus = region.Bus(busName);
                return region.With(bus with { Tags = change(bus.Tags) });
            }

            var rule = region.OwnRule(busName, ruleName);
            return region.With(rule with { Tags = change(rule.Tags) });
        });
        return new Nothing();
    }

    private static Constraints Constrain(TagRequest request) =>
        new Constraints().Require("resourceARN", request.ResourceArn).Length("resourceARN", request.ResourceArn, 1, 1600);

    private static (EventBridgeArn Arn, string Bus, string? Rule) Read(TagRequest request) =>
        EventBridgeArn.TryParse(request.ResourceArn)?.Own() switch
        {
            { Kind: EventBridgeArn.Bus } arn => (arn, arn.Path, null),
            { Kind: "rule" } arn when arn.Path.Split('/') is [var bus, var rule] => (arn, bus, rule),
            { Kind: "rule" } arn => (arn, EventBus.Default, arn.Path),
            _ => throw EventBridgeErrors.MalformedArn(request.ResourceArn!),
        };
}
