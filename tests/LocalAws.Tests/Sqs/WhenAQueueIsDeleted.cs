using LocalAws.Http;

namespace LocalAws.Tests.Sqs;

public sealed class WhenAQueueIsDeleted : SqsSpec
{
    [Fact]
    public async Task It_is_no_longer_found()
    {
        var queue = await CreateAsync("orders");

        await CallAsync("DeleteQueue", new { QueueUrl = queue });

        Assert.Equal("QueueDoesNotExist", (await RefusedAsync("SendMessage", new { QueueUrl = queue, MessageBody = "x" })).Code);
        Assert.Equal("QueueDoesNotExist", (await RefusedAsync("DeleteQueue", new { QueueUrl = queue })).Code);
    }

    [Fact]
    public async Task A_receive_that_waits_learns_of_it()
    {
        var queue = await CreateAsync("orders");
        var receive = ReceiveAsync(queue, wait: 20);

        await CallAsync("DeleteQueue", new { QueueUrl = queue });

        Assert.Equal("QueueDoesNotExist", (await Assert.ThrowsAsync<AwsException>(() => receive)).Code);
    }

    [Fact]
    public async Task Created_anew_it_is_empty_and_knows_none_of_its_old_receipts()
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, "old");
        var old = await ReceiveOneAsync(queue);
        await CallAsync("DeleteQueue", new { QueueUrl = queue });

        await CreateAsync("orders");

        Assert.Equal((0, 0, 0), await CountsAsync(queue));
        var error = await RefusedAsync("DeleteMessage", new { QueueUrl = queue, ReceiptHandle = Handle(old) });
        Assert.Equal("ReceiptHandleIsInvalid", error.Code);
    }
}
