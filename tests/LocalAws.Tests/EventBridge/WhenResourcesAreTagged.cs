namespace LocalAws.Tests.EventBridge;

public sealed class WhenResourcesAreTagged : EventBridgeSpec
{
    private const string BusArn = "arn:aws:events:us-east-1:000000000000:event-bus/b";

    [Theory]
    [InlineData(BusArn)]
    [InlineData("arn:aws:events:us-east-1:000000000000:rule/b/r")]
    [InlineData("arn:aws:events:us-east-1:000000000000:rule/r")]
    public async Task Tags_can_be_set_changed_and_removed(string arn)
    {
        await CallAsync("CreateEventBus", new { Name = "b" });
        await CallAsync("PutRule", new { Name = "r", EventBusName = "b", EventPattern = AnySource });
        await CallAsync("PutRule", new { Name = "r", EventPattern = AnySource });

        await CallAsync("TagResource", new { ResourceARN = arn, Tags = new[] { new { Key = "b", Value = "1" }, new { Key = "a", Value = "2" } } });
        await CallAsync("TagResource", new { ResourceARN = arn, Tags = new[] { new { Key = "b", Value = "3" } } });
        await CallAsync("UntagResource", $$"""{"ResourceARN":"{{arn}}","TagKeys":["a","never"]}""");

        Assert.Equal("""{"Tags":[{"Key":"b","Value":"3"}]}""", (await CallAsync("ListTagsForResource", new { ResourceARN = arn })).ToJsonString());
    }

    [Fact]
    public async Task A_bus_is_created_with_tags()
    {
        await CallAsync("CreateEventBus", new { Name = "b", Tags = new[] { new { Key = "Owner", Value = "workers" } } });

        var tags = await CallAsync("ListTagsForResource", new { ResourceARN = BusArn });

        Assert.Equal("""[{"Key":"Owner","Value":"workers"}]""", tags["Tags"]!.ToJsonString());
    }

    [Theory]
    [InlineData(BusArn, "ResourceNotFoundException: Event bus b does not exist.")]
    [InlineData("arn:aws:events:us-east-1:000000000000:rule/r", "ResourceNotFoundException: Rule r does not exist on EventBus default.")]
    [InlineData("arn:aws:sqs:us-east-1:000000000000:q", "ValidationException: Parameter arn:aws:sqs:us-east-1:000000000000:q is not valid. Reason: Provided Arn is not in correct format.")]
    public async Task What_does_not_exist_has_no_tags(string arn, string refusal) =>
        Assert.Equal(refusal, await RefusalAsync("ListTagsForResource", new { ResourceARN = arn }));

    [Theory]
    [InlineData("""[{"Key":"aws:mine","Value":"v"}]""", "System tags cannot be added/updated by requester")]
    [InlineData("""[{"Key":"k!","Value":"v"}]""", "Parameter Tags is not valid. Reason: Tag keys and values may have letters, numbers, spaces and the characters _ . : / = + - @")]
    [InlineData("""[{"Key":"k","Value":"v"},{"Key":"k","Value":"w"}]""", "Parameter Tags is not valid. Reason: Duplicate tag keys found.")]
    public async Task Tags_that_AWS_would_refuse_are_refused(string tags, string refusal)
    {
        await CallAsync("CreateEventBus", new { Name = "b" });

        Assert.Equal(
            $"ValidationException: {refusal}", await RefusalAsync("TagResource", $$"""{"ResourceARN":"{{BusArn}}","Tags":{{tags}}}"""));
        Assert.Equal($"ValidationException: {refusal}", await RefusalAsync("CreateEventBus", $$"""{"Name":"new","Tags":{{tags}}}"""));
        Assert.Equal(
            $"ValidationException: {refusal}",
            await RefusalAsync("PutRule", $$$"""{"Name":"r","EventPattern":"{\"source\":[\"s\"]}","Tags":{{{tags}}}}"""));
    }

    [Fact]
    public async Task A_resource_has_at_most_50()
    {
        await CallAsync("CreateEventBus", new { Name = "b", Tags = Tags(0, 30) });

        Assert.Equal(
            "ValidationException: Parameter Tags is not valid. Reason: A resource can have at most 50 tags.",
            await RefusalAsync("TagResource", new { ResourceARN = BusArn, Tags = Tags(30, 21) }));

        await CallAsync("TagResource", new { ResourceARN = BusArn, Tags = Tags(10, 40) });
    }

    private static IEnumerable<object> Tags(int first, int count) =>
        Enumerable.Range(first, count).Select(number => new { Key = $"k{number}", Value = "v" });
}
