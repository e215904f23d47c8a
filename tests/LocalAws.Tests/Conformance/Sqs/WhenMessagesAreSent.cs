using Amazon.SQS;
using Amazon.SQS.Model;

namespace LocalAws.Tests.Conformance.Sqs;

public sealed class WhenMessagesAreSent(ConformanceEndpoint endpoint)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_answer_has_the_digests_of_what_was_sent()
    {
        var url = await endpoint.CreateQueueAsync();
        var request = new SendMessageRequest(url, "body")
        {
            MessageAttributes = new()
            {
                ["a"] = new() { DataType = "String", StringValue = "x" },
                ["b"] = new() { DataType = "Number.int", StringValue = "5" },
                ["c"] = new() { DataType = "Binary", BinaryValue = new MemoryStream([1, 2, 3]) },
            },
        };

        var sent = await endpoint.Sqs.SendMessageAsync(request, Cancellation);
        var message = Assert.Single((await endpoint.Sqs.ReceiveMessageAsync(
            new ReceiveMessageRequest(url) { MessageAttributeNames = ["All"] }, Cancellation)).Messages);

        Assert.Equal("841a2d689ad86bd1611447453c22c6fc", sent.MD5OfMessageBody);
        Assert.Equal((sent.MessageId, sent.MD5OfMessageBody, sent.MD5OfMessageAttributes),
            (message.MessageId, message.MD5OfBody, message.MD5OfMessageAttributes));
        Assert.Equal("5", message.MessageAttributes["b"].StringValue);
        Assert.Equal([1, 2, 3], message.MessageAttributes["c"].BinaryValue.ToArray());
    }

    [Fact]
    public async Task A_delay_hides_them()
    {
        var url = await endpoint.CreateQueueAsync();

        await endpoint.Sqs.SendMessageAsync(new SendMessageRequest(url, "later") { DelaySeconds = 900 }, Cancellation);

        var attributes = (await endpoint.Sqs.GetQueueAttributesAsync(url, ["All"], Cancellation)).Attributes;
        Assert.Equal(("0", "1"), (attributes["ApproximateNumberOfMessages"], attributes["ApproximateNumberOfMessagesDelayed"]));
        Assert.Empty((await endpoint.Sqs.ReceiveMessageAsync(url, Cancellation)).Messages ?? []);
    }

    [Fact]
    public async Task An_empty_body_is_refused()
    {
        Differences.MessageContents.Skip(endpoint);
        var url = await endpoint.CreateQueueAsync();

        var error = await Assert.ThrowsAnyAsync<AmazonSQSException>(
            () => endpoint.Sqs.SendMessageAsync(new SendMessageRequest(url, ""), Cancellation));

        Assert.Equal("MissingParameter", error.ErrorCode);
        Assert.Equal("The request must contain the parameter MessageBody.", error.Message);
    }

    [Fact]
    public async Task Characters_that_XML_does_not_have_are_refused()
    {
        Differences.MessageContents.Skip(endpoint);
        var url = await endpoint.CreateQueueAsync();

        await Assert.ThrowsAsync<InvalidMessageContentsException>(() => endpoint.Sqs.SendMessageAsync(url, "a\u0001b", Cancellation));
    }

    [Fact]
    public async Task An_attribute_of_no_known_type_is_refused()
    {
        var url = await endpoint.CreateQueueAsync();
        var request = new SendMessageRequest(url, "body")
        {
            MessageAttributes = new() { ["a"] = new() { DataType = "Date", StringValue = "today" } },
        };

        var error = await Assert.ThrowsAnyAsync<AmazonSQSException>(() => endpoint.Sqs.SendMessageAsync(request, Cancellation));

        Assert.Equal("InvalidParameterValue", error.ErrorCode);
    }

    [Fact]
    public async Task A_batch_answers_for_each_entry()
    {
        Differences.MessageContents.Skip(endpoint);
        var url = await endpoint.CreateQueueAsync();
        var request = new SendMessageBatchRequest(url, [new("good", "fine"), new("bad", "a\u0001b")]);

        var answer = await endpoint.Sqs.SendMessageBatchAsync(request, Cancellation);

        Assert.Equal("good", Assert.Single(answer.Successful).Id);
        var failed = Assert.Single(answer.Failed);
        Assert.Equal(("bad", "InvalidMessageContents", true), (failed.Id, failed.Code, failed.SenderFault));
    }

    [Fact]
    public async Task A_batch_has_distinct_ids()
    {
        var url = await endpoint.CreateQueueAsync();

        var error = await Assert.ThrowsAsync<BatchEntryIdsNotDistinctException>(
            () => endpoint.Sqs.SendMessageBatchAsync(url, [new("a", "1"), new("a", "2")], Cancellation));

        Assert.Equal("AWS.SimpleQueueService.BatchEntryIdsNotDistinct", error.ErrorCode);
    }

    [Fact]
    public async Task A_batch_has_at_most_ten_entries()
    {
        var url = await endpoint.CreateQueueAsync();
        List<SendMessageBatchRequestEntry> entries = [.. Enumerable.Range(0, 11).Select(number => new SendMessageBatchRequestEntry($"{number}", "x"))];

        var error = await Assert.ThrowsAsync<TooManyEntriesInBatchRequestException>(
            () => endpoint.Sqs.SendMessageBatchAsync(url, entries, Cancellation));

        Assert.Equal("Maximum number of entries per request are 10. You have sent 11.", error.Message);
    }

    [Fact]
    public async Task A_batch_has_entries()
    {
        var url = await endpoint.CreateQueueAsync();

        await Assert.ThrowsAsync<EmptyBatchRequestException>(
            () => endpoint.Sqs.SendMessageBatchAsync(url, [], Cancellation));
    }
}
