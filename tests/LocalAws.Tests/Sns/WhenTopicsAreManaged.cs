using LocalAws.Http;

namespace LocalAws.Tests.Sns;

public sealed class WhenTopicsAreManaged : SnsSpec
{
    [Fact]
    public async Task A_topic_is_made_once()
    {
        var first = await CallAsync("CreateTopic", new { Name = "news", Attributes = new { DisplayName = "News" } });

        var second = await CallAsync("CreateTopic", new { Name = "news", Attributes = new { DisplayName = "News" } });

        Assert.Equal(TopicArn, (string?)first["TopicArn"]);
        Assert.Equal(TopicArn, (string?)second["TopicArn"]);
        Assert.Single((await CallAsync("ListTopics", new { }))["Topics"]!.AsArray());
    }

    [Fact]
    public async Task One_that_differs_is_refused()
    {
        await CallAsync("CreateTopic", new { Name = "news", Tags = new[] { new { Key = "a", Value = "b" } } });

        Assert.Equal(
            "InvalidParameter: Invalid parameter: Attributes Reason: Topic already exists with different attributes",
            await RefusalAsync("CreateTopic", new { Name = "news", Attributes = new { DisplayName = "Other" } }));
        Assert.Equal(
            "InvalidParameter: Invalid parameter: Tags Reason: Topic already exists with different tags",
            await RefusalAsync("CreateTopic", new { Name = "news", Tags = new[] { new { Key = "a", Value = "c" } } }));
    }

    [Fact]
    public async Task What_is_not_asked_for_may_be_as_it_wants()
    {
        await CallAsync("CreateTopic", new
        {
            Name = "news",
            Attributes = new { DisplayName = "News", FifoTopic = "false" },
            Tags = new[] { new { Key = "a", Value = "b" }, new { Key = "c", Value = "d" } },
        });

        await CallAsync("CreateTopic", new { Name = "news", Attributes = new { FifoTopic = "false" }, Tags = new[] { new { Key = "c", Value = "d" } } });

        Assert.Null((await AttributesOfTopicAsync())["FifoTopic"]);
    }

    [Fact]
    public async Task A_region_knows_its_own_topics_alone()
    {
        await CreateAsync();

        foreach (var operation in (string[])["GetTopicAttributes", "DeleteTopic", "ListSubscriptionsByTopic"])
        {
            var refusal = await Assert.ThrowsAsync<AwsException>(() => CallAsync(operation, new { TopicArn }, "eu-west-1"));
            Assert.Equal("InvalidParameter: Invalid parameter: TopicArn", $"{refusal.Code}: {refusal.Message}");
        }
    }

    [Theory]
    [InlineData("a.b")]
    [InlineData("")]
    [InlineData("news.fifo")]
    public async Task A_name_has_letters_digits_dashes_and_underscores(string name) =>
        Assert.StartsWith("InvalidParameter: Invalid parameter: Topic Name", await RefusalAsync("CreateTopic", new { Name = name }));

    [Fact]
    public async Task FIFO_is_refused_by_name() => Assert.Contains(
        "LocalAws has no FIFO topics",
        await RefusalAsync("CreateTopic", new { Name = "news.fifo", Attributes = new { FifoTopic = "true" } }));

    [Fact]
    public async Task A_long_list_comes_in_pages_of_a_hundred()
    {
        for (var number = 0; number < 150; number++)
        {
            await CreateAsync($"topic-{number}");
        }

        var first = await CallAsync("ListTopics", new { });
        var second = await CallAsync("ListTopics", new { NextToken = (string?)first["NextToken"] });

        Assert.Equal((100, 50), (first["Topics"]!.AsArray().Count, second["Topics"]!.AsArray().Count));
        Assert.Null(second["NextToken"]);
        Assert.Empty((await CallAsync("ListTopics", new { }, "eu-west-1"))["Topics"]!.AsArray());
    }

    [Fact]
    public async Task Attributes_are_shown_as_they_were_set()
    {
        await CreateAsync();
        await CallAsync("SetTopicAttributes", new { TopicArn, AttributeName = "DisplayName", AttributeValue = "News" });
        await SubscribeAsync();
        await SubscribeAsync(protocol: "email", endpoint: "a@example.com");

        var attributes = await AttributesOfTopicAsync();

        Assert.Equal(("News", "1", "1", "0"), (
            (string)attributes["DisplayName"]!,
            (string)attributes["SubscriptionsConfirmed"]!,
            (string)attributes["SubscriptionsPending"]!,
            (string)attributes["SubscriptionsDeleted"]!));
        Assert.Contains("SNS:Publish", (string?)attributes["Policy"]);
        Assert.Contains("\"numRetries\":3", (string?)attributes["EffectiveDeliveryPolicy"]);
    }

    [Theory]
    [InlineData("Unknown", "x", "AttributeName")]
    [InlineData("Policy", "no policy", "Policy Error: null")]
    [InlineData("SignatureVersion", "3", "SignatureVersion")]
    [InlineData("HTTPSuccessFeedbackSampleRate", "101", "HTTPSuccessFeedbackSampleRate")]
    [InlineData("DeliveryPolicy", "{", "DeliveryPolicy: failed to parse JSON.")]
    [InlineData("FifoTopic", "false", "AttributeName")]
    [InlineData(
        "DeliveryPolicy",
        """{"http":{"defaultThrottlePolicy":{"maxReceivesPerSecond":0}}}""",
        "DeliveryPolicy: maxReceivesPerSecond must be greater than or equal to 1")]
    [InlineData(
        "DeliveryPolicy",
        """{"http":{"defaultHealthyRetryPolicy":{"minDelayTarget":30}}}""",
        "DeliveryPolicy: maxDelayTarget must be greater than or equal to minDelayTarget")]
    public async Task A_value_that_is_none_is_refused(string name, string value, string reason)
    {
        await CreateAsync();

        Assert.Equal(
            $"InvalidParameter: Invalid parameter: {reason}",
            await RefusalAsync("SetTopicAttributes", new { TopicArn, AttributeName = name, AttributeValue = value }));
    }

    [Fact]
    public async Task Permissions_come_and_go_by_label()
    {
        await CreateAsync();
        var grant = new { TopicArn, Label = "l", AWSAccountId = new[] { "111122223333" }, ActionName = new[] { "Publish" } };

        await CallAsync("AddPermission", grant);
        var granted = (string?)(await AttributesOfTopicAsync())["Policy"];
        await CallAsync("RemovePermission", new { TopicArn, Label = "l" });

        Assert.Contains("arn:aws:iam::111122223333:root", granted);
        Assert.DoesNotContain("111122223333", (string?)(await AttributesOfTopicAsync())["Policy"]);
        await CallAsync("AddPermission", grant);
        Assert.Equal("InvalidParameter: Invalid parameter: Statement already exists", await RefusalAsync("AddPermission", grant));
    }

    [Fact]
    public async Task Tags_are_kept_until_they_are_taken_off()
    {
        await CreateAsync();
        await CallAsync("TagResource", new { ResourceArn = TopicArn, Tags = new[] { new { Key = "a", Value = "1" }, new { Key = "b", Value = "2" } } });

        await CallAsync("UntagResource", new { ResourceArn = TopicArn, TagKeys = (List<string>)["a"] });

        var tag = Assert.Single((await CallAsync("ListTagsForResource", new { ResourceArn = TopicArn }))["Tags"]!.AsArray());
        Assert.Equal(("b", "2"), ((string)tag!["Key"]!, (string)tag["Value"]!));
        Assert.Equal(
            "ResourceNotFound: Resource does not exist", await RefusalAsync("ListTagsForResource", new { ResourceArn = $"{TopicArn}2" }));
    }

    [Fact]
    public async Task A_deleted_topic_takes_its_subscriptions_along_and_can_be_deleted_again()
    {
        await CreateAsync();
        await SubscribeAsync();

        await CallAsync("DeleteTopic", new { TopicArn });
        await CallAsync("DeleteTopic", new { TopicArn });

        Assert.Empty((await CallAsync("ListSubscriptions", new { }))["Subscriptions"]!.AsArray());
        Assert.Equal("NotFound: Topic does not exist", await RefusalAsync("GetTopicAttributes", new { TopicArn }));
    }
}
