using Amazon.SQS;
using Amazon.SQS.Model;

namespace LocalAws.Tests.Conformance.Sqs;

public sealed class WhenReceiptsAreUsed(ConformanceEndpoint endpoint)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deleting_twice_is_no_error()
    {
        var (url, receipt) = await ReceiveAsync();

        await endpoint.Sqs.DeleteMessageAsync(url, receipt, Cancellation);
        await endpoint.Sqs.DeleteMessageAsync(url, receipt, Cancellation);
    }

    [Fact]
    public async Task One_that_is_none_is_invalid()
    {
        var url = await endpoint.CreateQueueAsync();

        var error = await Assert.ThrowsAsync<ReceiptHandleIsInvalidException>(
            () => endpoint.Sqs.DeleteMessageAsync(url, "garbage", Cancellation));

        Differences.InvalidReceiptMessage.Skip(endpoint);
        Assert.Equal("The input receipt handle \"garbage\" is not a valid receipt handle.", error.Message);
    }

    [Fact]
    public async Task An_old_one_deletes_nothing()
    {
        Differences.StaleReceipt.Skip(endpoint);
        var (url, old) = await ReceiveAsync();
        await endpoint.Sqs.ChangeMessageVisibilityAsync(url, old, 0, Cancellation);
        await endpoint.Sqs.ReceiveMessageAsync(url, Cancellation);

        await endpoint.Sqs.DeleteMessageAsync(url, old, Cancellation);

        var attributes = (await endpoint.Sqs.GetQueueAttributesAsync(url, ["All"], Cancellation)).Attributes;
        Assert.Equal("1", attributes["ApproximateNumberOfMessagesNotVisible"]);
    }

    [Fact]
    public async Task That_of_a_visible_message_hides_it_again()
    {
        var (url, receipt) = await ReceiveAsync();
        await endpoint.Sqs.ChangeMessageVisibilityAsync(url, receipt, 0, Cancellation);

        await endpoint.Sqs.ChangeMessageVisibilityAsync(url, receipt, 30, Cancellation);

        Assert.Empty((await endpoint.Sqs.ReceiveMessageAsync(url, Cancellation)).Messages ?? []);
    }

    [Fact]
    public async Task More_than_twelve_hours_are_refused()
    {
        var (url, receipt) = await ReceiveAsync();

        var error = await Assert.ThrowsAnyAsync<AmazonSQSException>(
            () => endpoint.Sqs.ChangeMessageVisibilityAsync(url, receipt, 43_201, Cancellation));

        Assert.Equal("InvalidParameterValue", error.ErrorCode);
    }

    [Fact]
    public async Task A_batch_answers_for_each_entry()
    {
        var (url, receipt) = await ReceiveAsync();

        var changed = await endpoint.Sqs.ChangeMessageVisibilityBatchAsync(
            url, [new("good", receipt) { VisibilityTimeout = 60 }, new("bad", "garbage") { VisibilityTimeout = 60 }], Cancellation);
        var deleted = await endpoint.Sqs.DeleteMessageBatchAsync(url, [new("good", receipt), new("bad", "garbage")], Cancellation);

        Assert.Equal(("good", "bad"), (Assert.Single(changed.Successful).Id, Assert.Single(changed.Failed).Id));
        Assert.Equal(("good", "bad"), (Assert.Single(deleted.Successful).Id, Assert.Single(deleted.Failed).Id));
        Assert.Equal("ReceiptHandleIsInvalid", deleted.Failed[0].Code);
    }

    private async Task<(string Url, string Receipt)> ReceiveAsync()
    {
        var url = await endpoint.CreateQueueAsync();
        await endpoint.Sqs.SendMessageAsync(url, "body", Cancellation);
        return (url, Assert.Single((await endpoint.Sqs.ReceiveMessageAsync(url, Cancellation)).Messages).ReceiptHandle);
    }
}
