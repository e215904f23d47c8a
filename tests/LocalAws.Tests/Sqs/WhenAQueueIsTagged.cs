namespace LocalAws.Tests.Sqs;

public sealed class WhenAQueueIsTagged : SqsSpec
{
    [Fact]
    public async Task Tags_are_kept_added_and_taken_away()
    {
        await CallAsync("CreateQueue", new { QueueName = "orders", tags = new { owner = "shop", stage = "test" } });
        var queue = await CreateAsync("orders");

        await CallAsync("TagQueue", new { QueueUrl = queue, Tags = new { stage = "live", project = "x" } });
        await CallAsync("UntagQueue", new { QueueUrl = queue, TagKeys = Names("owner", "unknown") });

        var tags = (await CallAsync("ListQueueTags", new { QueueUrl = queue }))["Tags"]!.AsObject();
        Assert.Equal(2, tags.Count);
        Assert.Equal(("live", "x"), ((string?)tags["stage"], (string?)tags["project"]));
    }

    [Fact]
    public async Task Without_tags_the_member_is_left_out()
    {
        var queue = await CreateAsync("orders");

        Assert.Null((await CallAsync("ListQueueTags", new { QueueUrl = queue }))["Tags"]);
    }

    [Fact]
    public async Task No_tags_too_many_and_no_keys_are_refused()
    {
        var queue = await CreateAsync("orders", new { });
        var many = Enumerable.Range(0, 51).ToDictionary(number => $"tag-{number}", number => "x");

        var none = await RefusedAsync("TagQueue", new { QueueUrl = queue, Tags = new { } });
        var tooMany = await RefusedAsync("TagQueue", new { QueueUrl = queue, Tags = many });
        var noKeys = await RefusedAsync("UntagQueue", new { QueueUrl = queue, TagKeys = Names() });

        Assert.Equal("The request must contain the parameter Tags.", none.Message);
        Assert.Equal("Too many tags added for queue orders.", tooMany.Message);
        Assert.Equal("Tag keys must be between 1 and 128 characters in length.", noKeys.Message);
        Assert.Null((await CallAsync("ListQueueTags", new { QueueUrl = queue }))["Tags"]);
    }
}
