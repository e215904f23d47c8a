using Amazon.SimpleNotificationService.Model;

namespace LocalAws.Tests.Conformance.Sns;

public sealed class WhenTopicsAreManaged(ConformanceEndpoint endpoint)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_topic_is_made_once_and_listed()
    {
        var name = endpoint.Name("topic");
        var topic = await CreateAsync(new() { Name = name });

        Assert.Equal(topic, await CreateAsync(new() { Name = name }));
        Assert.EndsWith($":{name}", topic, StringComparison.Ordinal);
        var listed = await endpoint.Sns.ListTopicsAsync(new(), Cancellation);
        Assert.Single(listed.Topics, one => one.TopicArn == topic);
    }

    [Fact]
    public async Task A_topic_with_other_attributes_is_refused()
    {
        Differences.ExistingTopic.Skip(endpoint);
        var name = endpoint.Name("topic");
        await CreateAsync(new() { Name = name, Attributes = new() { ["DisplayName"] = "one" } });

        await Assert.ThrowsAsync<InvalidParameterException>(
            () => CreateAsync(new() { Name = name, Attributes = new() { ["DisplayName"] = "other" } }));
    }

    [Fact]
    public async Task A_name_has_letters_digits_dashes_and_underscores() =>
        await Assert.ThrowsAsync<InvalidParameterException>(() => CreateAsync(new() { Name = "a b" }));

    [Fact]
    public async Task Attributes_are_shown_as_they_were_set()
    {
        var topic = await CreateAsync(new() { Name = endpoint.Name("topic") });

        await endpoint.Sns.SetTopicAttributesAsync(
            new() { TopicArn = topic, AttributeName = "DisplayName", AttributeValue = "News" }, Cancellation);

        var attributes = (await endpoint.Sns.GetTopicAttributesAsync(new() { TopicArn = topic }, Cancellation)).Attributes;
        Assert.Equal(
            (topic, "News", "0", "0"),
            (attributes["TopicArn"], attributes["DisplayName"], attributes["SubscriptionsConfirmed"], attributes["SubscriptionsPending"]));
        Assert.Contains("\"SNS:Publish\"", attributes["Policy"], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("numRetries", attributes["EffectiveDeliveryPolicy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_are_kept()
    {
        var topic = await CreateAsync(new() { Name = endpoint.Name("topic"), Tags = [new() { Key = "a", Value = "1" }] });

        await endpoint.Sns.TagResourceAsync(new() { ResourceArn = topic, Tags = [new() { Key = "b", Value = "2" }] }, Cancellation);

        var tags = (await endpoint.Sns.ListTagsForResourceAsync(new() { ResourceArn = topic }, Cancellation)).Tags;
        Assert.Equal(["a=1", "b=2"], tags.Select(tag => $"{tag.Key}={tag.Value}").Order());
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found_and_as_good_as_deleted()
    {
        var topic = await CreateAsync(new() { Name = endpoint.Name("topic") });

        await endpoint.Sns.DeleteTopicAsync(new() { TopicArn = topic }, Cancellation);

        await Assert.ThrowsAsync<NotFoundException>(
            () => endpoint.Sns.GetTopicAttributesAsync(new() { TopicArn = topic }, Cancellation));
        await Assert.ThrowsAsync<NotFoundException>(
            () => endpoint.Sns.PublishAsync(new() { TopicArn = topic, Message = "m" }, Cancellation));
        await Assert.ThrowsAsync<NotFoundException>(
            () => endpoint.Sns.SubscribeAsync(new() { TopicArn = topic, Protocol = "sqs", Endpoint = "none" }, Cancellation));
        await endpoint.Sns.DeleteTopicAsync(new() { TopicArn = topic }, Cancellation);
    }

    private async Task<string> CreateAsync(CreateTopicRequest request)
    {
        var topic = (await endpoint.Sns.CreateTopicAsync(request, Cancellation)).TopicArn;
        endpoint.After(async () =>
        {
            try
            {
                await endpoint.Sns.DeleteTopicAsync(new() { TopicArn = topic }, CancellationToken.None);
            }
            catch (NotFoundException)
            {
                // The spec has deleted it.
            }
        });
        return topic;
    }
}
