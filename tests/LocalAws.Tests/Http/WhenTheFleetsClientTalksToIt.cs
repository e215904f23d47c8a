using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace LocalAws.Tests.Http;

/// <summary>The client checks digests and maps errors to its exceptions by itself.</summary>
public sealed class WhenTheFleetsClientTalksToIt : HttpSpec
{
    [Fact]
    public async Task A_message_makes_its_whole_way()
    {
        using var sqs = Client();
        var queue = (await sqs.CreateQueueAsync("orders", Cancellation)).QueueUrl;
        await sqs.SendMessageAsync(
            new SendMessageRequest(queue, "b\u00f6dy")
            {
                MessageAttributes = new() { ["kind"] = new MessageAttributeValue { DataType = "String", StringValue = "test" } },
            },
            Cancellation);

        var received = await sqs.ReceiveMessageAsync(
            new ReceiveMessageRequest(queue) { WaitTimeSeconds = 5, MessageAttributeNames = ["All"] }, Cancellation);
        var message = Assert.Single(received.Messages);
        await sqs.DeleteMessageAsync(queue, message.ReceiptHandle, Cancellation);

        Assert.Equal(("b\u00f6dy", "test"), (message.Body, message.MessageAttributes["kind"].StringValue));
        var left = await sqs.GetQueueAttributesAsync(queue, ["All"], Cancellation);
        Assert.Equal(0, left.ApproximateNumberOfMessages + left.ApproximateNumberOfMessagesNotVisible);
    }

    [Fact]
    public async Task Errors_are_the_exceptions_that_AWS_causes()
    {
        using var sqs = Client();
        var queue = (await sqs.CreateQueueAsync("orders", Cancellation)).QueueUrl;

        var missing = await Assert.ThrowsAsync<QueueDoesNotExistException>(() => sqs.GetQueueUrlAsync("nowhere", Cancellation));
        await Assert.ThrowsAsync<ReceiptHandleIsInvalidException>(() => sqs.DeleteMessageAsync(queue, "garbage", Cancellation));
        var invalid = await Assert.ThrowsAnyAsync<AmazonSQSException>(
            () => sqs.ReceiveMessageAsync(new ReceiveMessageRequest(queue) { MaxNumberOfMessages = 11 }, Cancellation));

        Assert.Equal("AWS.SimpleQueueService.NonExistentQueue", missing.ErrorCode);
        Assert.Equal("InvalidParameterValue", invalid.ErrorCode);
    }

    [Fact]
    public async Task A_batch_says_which_entries_failed()
    {
        using var sqs = Client();
        var queue = (await sqs.CreateQueueAsync("orders", Cancellation)).QueueUrl;

        var answer = await sqs.SendMessageBatchAsync(
            queue, [new SendMessageBatchRequestEntry("good", "x"), new SendMessageBatchRequestEntry("bad", "\u0001")], Cancellation);

        Assert.Equal("good", Assert.Single(answer.Successful).Id);
        Assert.Equal(("bad", "InvalidMessageContents"), (Assert.Single(answer.Failed).Id, answer.Failed[0].Code));
    }

    private AmazonSQSClient Client() => new(
        new BasicAWSCredentials("test", "test"),
        new AmazonSQSConfig { ServiceURL = Server.Endpoint.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
}
