using Amazon.SQS;
using Amazon.SQS.Model;

namespace LocalAws.Tests.Conformance.Sqs;

public sealed class WhenMessagesAreReceived(ConformanceEndpoint endpoint)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_in_flight_until_deleted()
    {
        var url = await endpoint.CreateQueueAsync();
        await endpoint.Sqs.SendMessageAsync(url, "body", Cancellation);

        var message = await ReceiveOneAsync(url);
        Assert.Empty((await endpoint.Sqs.ReceiveMessageAsync(url, Cancellation)).Messages ?? []);
        Assert.Equal("1", (await CountsAsync(url))["ApproximateNumberOfMessagesNotVisible"]);
        await endpoint.Sqs.DeleteMessageAsync(url, message.ReceiptHandle, Cancellation);

        Assert.Equal("0", (await CountsAsync(url))["ApproximateNumberOfMessagesNotVisible"]);
    }

    [Fact]
    public async Task They_come_again_when_shown_again_and_say_how_often_they_came()
    {
        var url = await endpoint.CreateQueueAsync();
        await endpoint.Sqs.SendMessageAsync(url, "body", Cancellation);

        var first = await ReceiveOneAsync(url);
        await endpoint.Sqs.ChangeMessageVisibilityAsync(url, first.ReceiptHandle, 0, Cancellation);
        var second = await ReceiveOneAsync(url);

        Assert.Equal(("1", "2"), (first.Attributes["ApproximateReceiveCount"], second.Attributes["ApproximateReceiveCount"]));
        Assert.Equal(first.Attributes["ApproximateFirstReceiveTimestamp"], second.Attributes["ApproximateFirstReceiveTimestamp"]);
        Assert.NotEqual(first.ReceiptHandle, second.ReceiptHandle);
    }

    [Fact]
    public async Task A_receive_that_waits_returns_the_moment_one_arrives()
    {
        var url = await endpoint.CreateQueueAsync();

        var receive = endpoint.Sqs.ReceiveMessageAsync(new ReceiveMessageRequest(url) { WaitTimeSeconds = 20 }, Cancellation);
        await endpoint.Sqs.SendMessageAsync(url, "here", Cancellation);

        Assert.Equal("here", Assert.Single((await receive).Messages).Body);
    }

    [Fact]
    public async Task Message_attributes_are_chosen_by_name_and_prefix()
    {
        var url = await endpoint.CreateQueueAsync(new() { ["VisibilityTimeout"] = "0" });
        var value = new MessageAttributeValue { DataType = "String", StringValue = "x" };
        await endpoint.Sqs.SendMessageAsync(
            new SendMessageRequest(url, "body") { MessageAttributes = new() { ["Hello"] = value, ["Help.Me"] = value, ["Other"] = value } },
            Cancellation);

        Assert.Equal(["Hello", "Help.Me"], await NamesAsync("Hel.*"));
        Assert.Equal(["Other"], await NamesAsync("Other"));
        Assert.Equal(["Hello", "Help.Me", "Other"], await NamesAsync(".*"));
        Assert.Empty(await NamesAsync());

        async Task<IEnumerable<string>> NamesAsync(params string[] names)
        {
            var request = new ReceiveMessageRequest(url) { MessageAttributeNames = [.. names] };
            var message = Assert.Single((await endpoint.Sqs.ReceiveMessageAsync(request, Cancellation)).Messages);
            return (message.MessageAttributes ?? []).Keys.Order(StringComparer.Ordinal);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public async Task From_one_to_ten_can_be_asked_for(int most)
    {
        var url = await endpoint.CreateQueueAsync();

        var error = await Assert.ThrowsAnyAsync<AmazonSQSException>(() => endpoint.Sqs.ReceiveMessageAsync(
            new ReceiveMessageRequest(url) { MaxNumberOfMessages = most }, Cancellation));

        Assert.Equal("InvalidParameterValue", error.ErrorCode);
        Differences.ReceiveRangeMessages.Skip(endpoint);
        Assert.Equal($"Value {most} for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.", error.Message);
    }

    [Fact]
    public async Task A_receive_waits_for_at_most_twenty_seconds()
    {
        var url = await endpoint.CreateQueueAsync();

        var error = await Assert.ThrowsAnyAsync<AmazonSQSException>(() => endpoint.Sqs.ReceiveMessageAsync(
            new ReceiveMessageRequest(url) { WaitTimeSeconds = 21 }, Cancellation));

        Assert.Equal("InvalidParameterValue", error.ErrorCode);
        Differences.ReceiveRangeMessages.Skip(endpoint);
        Assert.Equal("Value 21 for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 and <= 20, if provided.", error.Message);
    }

    private async Task<Message> ReceiveOneAsync(string url) => Assert.Single((await endpoint.Sqs.ReceiveMessageAsync(
        new ReceiveMessageRequest(url) { MessageSystemAttributeNames = ["All"] }, Cancellation)).Messages);

    private async Task<Dictionary<string, string>> CountsAsync(string url) =>
        (await endpoint.Sqs.GetQueueAttributesAsync(url, ["All"], Cancellation)).Attributes;
}
