using Amazon.SQS;
using Amazon.SQS.Model;

namespace LocalAws.Tests.Conformance.Sqs;

public sealed class WhenQueuesAreManaged(ConformanceEndpoint endpoint)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Creating_one_again_with_the_same_attributes_finds_it()
    {
        var url = await endpoint.CreateQueueAsync(new() { ["DelaySeconds"] = "1" });
        var name = url.Split('/')[^1];

        Assert.Equal(url, (await endpoint.Sqs.CreateQueueAsync(name, Cancellation)).QueueUrl);
        Assert.Equal(url, (await endpoint.Sqs.GetQueueUrlAsync(name, Cancellation)).QueueUrl);
    }

    [Fact]
    public async Task Creating_one_again_with_other_attributes_is_refused()
    {
        var url = await endpoint.CreateQueueAsync(new() { ["DelaySeconds"] = "1" });

        var request = new CreateQueueRequest(url.Split('/')[^1]) { Attributes = new() { ["DelaySeconds"] = "2" } };

        var error = await Assert.ThrowsAsync<QueueNameExistsException>(() => endpoint.Sqs.CreateQueueAsync(request, Cancellation));
        Differences.ExistingQueueMessage.Skip(endpoint);
        Assert.Equal("A queue already exists with the same name and a different value for attribute DelaySeconds", error.Message);
    }

    [Theory]
    [InlineData("has spaces")]
    [InlineData("has.dots")]
    public async Task A_name_of_other_characters_is_refused(string name)
    {
        var error = await Assert.ThrowsAsync<AmazonSQSException>(() => endpoint.Sqs.CreateQueueAsync(name, Cancellation));

        Assert.Equal("InvalidParameterValue", error.ErrorCode);
    }

    [Fact]
    public async Task One_that_was_never_made_does_not_exist()
    {
        var error = await Assert.ThrowsAsync<QueueDoesNotExistException>(
            () => endpoint.Sqs.GetQueueUrlAsync(endpoint.Name("missing"), Cancellation));

        Assert.Equal("AWS.SimpleQueueService.NonExistentQueue", error.ErrorCode);
        Assert.Equal("The specified queue does not exist.", error.Message);
    }

    [Fact]
    public async Task A_deleted_one_does_not_exist_any_more()
    {
        var url = (await endpoint.Sqs.CreateQueueAsync(endpoint.Name("deleted"), Cancellation)).QueueUrl;

        await endpoint.Sqs.DeleteQueueAsync(url, Cancellation);

        await Assert.ThrowsAsync<QueueDoesNotExistException>(() => endpoint.Sqs.SendMessageAsync(url, "late", Cancellation));
    }

    [Fact]
    public async Task Attributes_have_defaults_until_they_are_set()
    {
        var url = await endpoint.CreateQueueAsync();

        await endpoint.Sqs.SetQueueAttributesAsync(url, new() { ["VisibilityTimeout"] = "77" }, Cancellation);

        var attributes = (await endpoint.Sqs.GetQueueAttributesAsync(url, ["All"], Cancellation)).Attributes;
        Assert.Equal("77", attributes["VisibilityTimeout"]);
        Assert.Equal("345600", attributes["MessageRetentionPeriod"]);
        Assert.Equal("0", attributes["DelaySeconds"]);
        Assert.Equal("0", attributes["ReceiveMessageWaitTimeSeconds"]);
        Assert.Equal("0", attributes["ApproximateNumberOfMessages"]);
        Assert.Equal("1048576", attributes["MaximumMessageSize"]);
    }

    [Theory]
    [InlineData("VisibilityTimeout", "43201")]
    [InlineData("DelaySeconds", "901")]
    [InlineData("MessageRetentionPeriod", "59")]
    [InlineData("ReceiveMessageWaitTimeSeconds", "21")]
    public async Task An_attribute_out_of_range_is_refused(string name, string value)
    {
        Differences.AttributeRanges.Skip(endpoint);
        var url = await endpoint.CreateQueueAsync();

        var error = await Assert.ThrowsAnyAsync<AmazonSQSException>(
            () => endpoint.Sqs.SetQueueAttributesAsync(url, new() { [name] = value }, Cancellation));

        Assert.Equal("InvalidAttributeValue", error.ErrorCode);
        Assert.Equal($"Invalid value for the parameter {name}.", error.Message);
    }

    [Fact]
    public async Task An_attribute_that_does_not_exist_is_refused()
    {
        var url = await endpoint.CreateQueueAsync();

        var error = await Assert.ThrowsAsync<InvalidAttributeNameException>(
            () => endpoint.Sqs.GetQueueAttributesAsync(url, ["Nonsense"], Cancellation));

        Assert.Equal("Unknown Attribute Nonsense.", error.Message);
    }

    [Fact]
    public async Task They_are_listed_by_prefix_and_in_pages()
    {
        var url = await endpoint.CreateQueueAsync();
        var name = url.Split('/')[^1];
        var second = (await endpoint.Sqs.CreateQueueAsync(name + "-b", Cancellation)).QueueUrl;
        endpoint.After(() => endpoint.Sqs.DeleteQueueAsync(second, CancellationToken.None));

        var all = await endpoint.Sqs.ListQueuesAsync(new ListQueuesRequest(name), Cancellation);
        Assert.Equal([url, second], all.QueueUrls);

        Differences.ListedPages.Skip(endpoint);
        var page = await endpoint.Sqs.ListQueuesAsync(new ListQueuesRequest(name) { MaxResults = 1 }, Cancellation);
        var rest = await endpoint.Sqs.ListQueuesAsync(
            new ListQueuesRequest(name) { MaxResults = 1, NextToken = page.NextToken }, Cancellation);

        Assert.Equal([url], page.QueueUrls);
        Assert.Equal([second], rest.QueueUrls);
        Assert.Null(rest.NextToken);
    }

    [Fact]
    public async Task Tags_are_kept()
    {
        var url = await endpoint.CreateQueueAsync();

        await endpoint.Sqs.TagQueueAsync(new TagQueueRequest { QueueUrl = url, Tags = new() { ["team"] = "orders" } }, Cancellation);

        Assert.Equal("orders", (await endpoint.Sqs.ListQueueTagsAsync(new ListQueueTagsRequest { QueueUrl = url }, Cancellation)).Tags["team"]);
    }

    [Fact]
    public async Task A_purge_empties_them_and_the_next_has_to_wait()
    {
        var url = await endpoint.CreateQueueAsync();
        await endpoint.Sqs.SendMessageAsync(url, "gone", Cancellation);

        await endpoint.Sqs.PurgeQueueAsync(url, Cancellation);

        Assert.Empty((await endpoint.Sqs.ReceiveMessageAsync(url, Cancellation)).Messages ?? []);
        Differences.PurgeInterval.Skip(endpoint);
        await Assert.ThrowsAsync<PurgeQueueInProgressException>(() => endpoint.Sqs.PurgeQueueAsync(url, Cancellation));
    }
}
