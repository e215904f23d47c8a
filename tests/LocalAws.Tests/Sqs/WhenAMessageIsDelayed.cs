namespace LocalAws.Tests.Sqs;

public sealed class WhenAMessageIsDelayed : SqsSpec
{
    [Fact]
    public async Task It_is_counted_as_delayed_and_not_received()
    {
        var queue = await CreateAsync("orders");

        await SendAsync(queue, "later", delaySeconds: 10);

        Assert.Empty(await ReceiveAsync(queue));
        Assert.Equal((0, 0, 1), await CountsAsync(queue));
    }

    [Fact]
    public async Task It_is_visible_when_the_delay_is_over()
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, "later", delaySeconds: 10);

        Pass(seconds: 10);

        Assert.Equal((1, 0, 0), await CountsAsync(queue));
        Assert.Single(await ReceiveAsync(queue));
    }

    [Fact]
    public async Task The_queue_s_delay_holds_for_messages_without_their_own()
    {
        var queue = await CreateAsync("orders", new { DelaySeconds = "10" });

        await SendAsync(queue, "by the queue");
        await SendAsync(queue, "by itself", delaySeconds: 0);

        Assert.Equal(["by itself"], Bodies(await ReceiveAsync(queue)));
    }
}
