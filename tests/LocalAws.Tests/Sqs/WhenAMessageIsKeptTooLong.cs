namespace LocalAws.Tests.Sqs;

public sealed class WhenAMessageIsKeptTooLong : SqsSpec
{
    [Fact]
    public async Task It_is_gone_from_whatever_state_it_was_in()
    {
        var queue = await CreateAsync("orders", new { MessageRetentionPeriod = "60" });
        await SendAsync(queue, "in flight");
        await ReceiveOneAsync(queue, visibilityTimeout: 600);
        await SendAsync(queue, "visible");
        await SendAsync(queue, "delayed", delaySeconds: 600);

        Pass(seconds: 59);
        Assert.Equal((1, 1, 1), await CountsAsync(queue));
        Pass(seconds: 1);

        Assert.Equal((0, 0, 0), await CountsAsync(queue));
    }

    [Fact]
    public async Task The_dead_letter_queue_counts_from_when_it_was_first_sent()
    {
        var deadLetters = await CreateAsync("dlq", new { MessageRetentionPeriod = "100" });
        var queue = await CreateWithDeadLettersAsync("orders", "dlq");
        await SendAsync(queue, "poison");
        await ReceiveOneAsync(queue, visibilityTimeout: 0);
        Pass(seconds: 90);
        await ReceiveAsync(queue);
        Assert.Equal((1, 0, 0), await CountsAsync(deadLetters));

        Pass(seconds: 10);

        Assert.Equal((0, 0, 0), await CountsAsync(deadLetters));
    }

    [Fact]
    public async Task A_changed_retention_holds_for_messages_that_are_there()
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, "a");
        Pass(seconds: 120);

        await CallAsync("SetQueueAttributes", new { QueueUrl = queue, Attributes = new { MessageRetentionPeriod = "60" } });

        Assert.Equal((0, 0, 0), await CountsAsync(queue));
    }
}
