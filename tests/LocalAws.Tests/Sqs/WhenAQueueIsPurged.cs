namespace LocalAws.Tests.Sqs;

public sealed class WhenAQueueIsPurged : SqsSpec
{
    [Fact]
    public async Task Messages_of_every_state_are_gone()
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, "in flight");
        await ReceiveOneAsync(queue);
        await SendAsync(queue, "visible");
        await SendAsync(queue, "delayed", delaySeconds: 60);

        await CallAsync("PurgeQueue", new { QueueUrl = queue });

        Assert.Equal((0, 0, 0), await CountsAsync(queue));
    }

    [Fact]
    public async Task The_next_purge_is_refused_for_a_minute()
    {
        var queue = await CreateAsync("orders");
        await CallAsync("PurgeQueue", new { QueueUrl = queue });
        Pass(seconds: 59);

        var error = await RefusedAsync("PurgeQueue", new { QueueUrl = queue });

        Assert.Equal(("PurgeQueueInProgress", 403), (error.Code, error.StatusCode));
        Pass(seconds: 1);
        await CallAsync("PurgeQueue", new { QueueUrl = queue });
    }
}
