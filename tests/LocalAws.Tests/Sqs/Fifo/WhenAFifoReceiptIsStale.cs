namespace LocalAws.Tests.Sqs.Fifo;

public sealed class WhenAFifoReceiptIsStale : FifoSpec
{
    [Fact]
    public async Task It_deletes_nothing_and_says_so()
    {
        var queue = await CreateFifoAsync();
        await SendAllAsync(queue, "a1");
        var message = Assert.Single(await TakeAsync(queue, visibilityTimeout: 1))!;
        Pass(seconds: 1);

        var whileVisible = await RefusedAsync("DeleteMessage", new { QueueUrl = queue, ReceiptHandle = Handle(message) });
        await TakeAsync(queue);
        var whileInFlight = await RefusedAsync("DeleteMessage", new { QueueUrl = queue, ReceiptHandle = Handle(message) });

        var expected = $"Value {Handle(message)} for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.";
        Assert.Equal((expected, expected), (whileVisible.Message, whileInFlight.Message));
        Assert.Equal((0, 1, 0), await CountsAsync(queue));
    }

    [Fact]
    public async Task It_hides_nothing()
    {
        var queue = await CreateFifoAsync();
        await SendAllAsync(queue, "a1");
        var message = Assert.Single(await TakeAsync(queue, visibilityTimeout: 1))!;
        Pass(seconds: 1);

        var error = await RefusedAsync(
            "ChangeMessageVisibility", new { QueueUrl = queue, ReceiptHandle = Handle(message), VisibilityTimeout = 5 });

        Assert.EndsWith("Message does not exist or is not available for visibility timeout change.", error.Message);
        Assert.Equal((1, 0, 0), await CountsAsync(queue));
    }

    [Fact]
    public async Task One_whose_time_was_extended_is_not()
    {
        var queue = await CreateFifoAsync();
        await SendAllAsync(queue, "a1");
        var message = Assert.Single(await TakeAsync(queue, visibilityTimeout: 1));
        await HideAsync(queue, message, seconds: 5);
        Pass(seconds: 2);

        await DeleteAsync(queue, message);
        await DeleteAsync(queue, message);

        Assert.Equal((0, 0, 0), await CountsAsync(queue));
    }
}
