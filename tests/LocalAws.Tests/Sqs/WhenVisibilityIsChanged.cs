namespace LocalAws.Tests.Sqs;

public sealed class WhenVisibilityIsChanged : SqsSpec
{
    private const int TwelveHours = 43_200;

    [Fact]
    public async Task Zero_shows_the_message_at_once()
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, "a");

        await ChangeAsync(queue, Handle(await ReceiveOneAsync(queue)), timeout: 0);

        Assert.Equal((1, 0, 0), await CountsAsync(queue));
    }

    [Fact]
    public async Task It_counts_from_now_not_from_the_receive()
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, "a");
        var message = await ReceiveOneAsync(queue, visibilityTimeout: 30);
        Pass(seconds: 20);

        await ChangeAsync(queue, Handle(message), timeout: 30);

        Pass(seconds: 29);
        Assert.Equal((0, 1, 0), await CountsAsync(queue));
        Pass(seconds: 1);
        Assert.Equal((1, 0, 0), await CountsAsync(queue));
    }

    [Fact]
    public async Task Twelve_hours_after_the_receive_is_the_end()
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, "a");
        var message = await ReceiveOneAsync(queue);
        Pass(seconds: 10);

        await ChangeAsync(queue, Handle(message), TwelveHours - 10);
        var error = await RefusedAsync(
            "ChangeMessageVisibility", new { QueueUrl = queue, ReceiptHandle = Handle(message), VisibilityTimeout = TwelveHours - 9 });

        Assert.Equal("InvalidParameterValue", error.QueryCode);
        Assert.Contains("Total VisibilityTimeout for the message is beyond the limit [43200 seconds]", error.Message);
    }

    [Fact]
    public async Task A_timeout_is_required_and_has_a_range()
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, "a");
        var handle = Handle(await ReceiveOneAsync(queue));

        var missing = await RefusedAsync("ChangeMessageVisibility", new { QueueUrl = queue, ReceiptHandle = handle });
        var tooLong = await RefusedAsync(
            "ChangeMessageVisibility", new { QueueUrl = queue, ReceiptHandle = handle, VisibilityTimeout = TwelveHours + 1 });

        Assert.Equal(("MissingParameter", "InvalidParameterValue"), (missing.QueryCode, tooLong.QueryCode));
    }

    private async Task ChangeAsync(string queue, string handle, int timeout) =>
        await CallAsync("ChangeMessageVisibility", new { QueueUrl = queue, ReceiptHandle = handle, VisibilityTimeout = timeout });
}
