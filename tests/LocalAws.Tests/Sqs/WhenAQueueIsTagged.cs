using LocalAws.Http;

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

    [Theory]
    [InlineData("", "x", "Tag keys must be between 1 and 128 characters in length.")]
    [InlineData("aws:owner", "x", "Tag key aws:owner is invalid: the prefix aws: is reserved.")]
    [InlineData("own!er", "x", "not 'own!er'.")]
    [InlineData("owner", "x*", "not 'x*'.")]
    public async Task A_tag_outside_the_rules_is_refused(string key, string value, string message)
    {
        var queue = await CreateAsync("orders");
        var tags = new Dictionary<string, string> { [key] = value };

        var tagged = await RefusedAsync("TagQueue", new { QueueUrl = queue, Tags = tags });
        var created = await RefusedAsync("CreateQueue", new { QueueName = "others", tags });

        Assert.Equal("InvalidParameterValue", tagged.QueryCode);
        Assert.EndsWith(message, tagged.Message);
        Assert.Equal(tagged.Message, created.Message);
    }

    [Fact]
    public async Task Keys_and_values_have_a_length_at_most()
    {
        var queue = await CreateAsync("orders");
        await TagAsync(new string('k', 128), new string('v', 256));

        await Assert.ThrowsAsync<AwsException>(() => TagAsync(new string('k', 129), "v"));
        await Assert.ThrowsAsync<AwsException>(() => TagAsync("k", new string('v', 257)));
        await RefusedAsync("UntagQueue", new { QueueUrl = queue, TagKeys = Names(new string('k', 129)) });

        Task TagAsync(string key, string value) =>
            CallAsync("TagQueue", new { QueueUrl = queue, Tags = new Dictionary<string, string> { [key] = value } });
    }

    [Fact]
    public async Task A_key_may_have_letters_of_any_script_and_a_value_may_be_empty()
    {
        var queue = await CreateAsync("orders");

        await CallAsync("TagQueue", new { QueueUrl = queue, Tags = new Dictionary<string, string> { ["\u00fcber: a/b=c+d-e@f"] = "" } });

        Assert.Equal("", (string?)(await CallAsync("ListQueueTags", new { QueueUrl = queue }))["Tags"]!["\u00fcber: a/b=c+d-e@f"]);
    }
}
