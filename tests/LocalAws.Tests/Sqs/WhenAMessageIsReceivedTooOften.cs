namespace LocalAws.Tests.Sqs;

public sealed class WhenAMessageIsReceivedTooOften : SqsSpec
{
    [Fact]
    public async Task The_next_receive_finds_it_in_the_dead_letter_queue()
    {
        var deadLetters = await CreateAsync("dlq");
        var queue = await CreateWithDeadLettersAsync("orders", "dlq", maxReceiveCount: 2);
        await SendAsync(queue, "poison");
        await ReceiveOneAsync(queue, visibilityTimeout: 0);
        await ReceiveOneAsync(queue, visibilityTimeout: 0);
        Assert.Equal((0, 0, 0), await CountsAsync(deadLetters));

        Assert.Empty(await ReceiveAsync(queue));

        Assert.Equal((0, 0, 0), await CountsAsync(queue));
        Assert.Equal(["poison"], Bodies(await ReceiveAsync(deadLetters)));
    }

    [Fact]
    public async Task It_is_still_the_same_message()
    {
        var deadLetters = await CreateAsync("dlq");
        var queue = await CreateWithDeadLettersAsync("orders", "dlq");
        await CallAsync("SendMessage", new
        {
            QueueUrl = queue,
            MessageBody = "poison",
            MessageAttributes = new { reason = new { DataType = "String", StringValue = "why" } },
        });
        Pass(seconds: 60);
        var original = await ReceiveOneAsync(queue, visibilityTimeout: 0);
        Pass(seconds: 60);

        await ReceiveAsync(queue);
        var dead = await ReceiveOneAsync(deadLetters);

        Assert.Equal((string?)original["MessageId"], (string?)dead["MessageId"]);
        Assert.Equal((string?)original["MD5OfMessageAttributes"], (string?)dead["MD5OfMessageAttributes"]);
        Assert.Equal((string?)original["Attributes"]!["SentTimestamp"], (string?)dead["Attributes"]!["SentTimestamp"]);
        Assert.Equal("2", (string?)dead["Attributes"]!["ApproximateReceiveCount"]);
        Assert.Equal(Arn("orders"), (string?)dead["Attributes"]!["DeadLetterQueueSourceArn"]);
        Assert.Null(original["Attributes"]!["DeadLetterQueueSourceArn"]);
    }

    [Fact]
    public async Task Messages_behind_it_are_received_all_the_same()
    {
        await CreateAsync("dlq");
        var queue = await CreateWithDeadLettersAsync("orders", "dlq");
        await SendAsync(queue, "poison");
        await ReceiveOneAsync(queue, visibilityTimeout: 1);
        Pass(seconds: 1);
        await SendAsync(queue, "good");

        Assert.Equal(["good"], Bodies(await ReceiveAsync(queue)));
    }

    [Fact]
    public async Task A_receive_that_waits_goes_on_waiting_for_a_good_one()
    {
        await CreateAsync("dlq");
        var queue = await CreateWithDeadLettersAsync("orders", "dlq");
        await SendAsync(queue, "poison");
        await ReceiveOneAsync(queue, visibilityTimeout: 0);

        var receive = ReceiveAsync(queue, wait: 20);
        await SendAsync(queue, "good");

        Assert.Equal(["good"], Bodies(await receive));
    }

    [Fact]
    public async Task It_stays_when_the_dead_letter_queue_is_gone()
    {
        var deadLetters = await CreateAsync("dlq");
        var queue = await CreateWithDeadLettersAsync("orders", "dlq");
        await SendAsync(queue, "poison");
        await ReceiveOneAsync(queue, visibilityTimeout: 0);

        await CallAsync("DeleteQueue", new { QueueUrl = deadLetters });

        Assert.Single(await ReceiveAsync(queue));
    }

    [Fact]
    public async Task Two_queues_that_are_each_other_s_dead_letter_queue_count_for_themselves()
    {
        var left = await CreateAsync("left");
        var right = await CreateWithDeadLettersAsync("right", "left");
        await CallAsync("SetQueueAttributes", new
        {
            QueueUrl = left,
            Attributes = new { RedrivePolicy = $$"""{"deadLetterTargetArn":"{{Arn("right")}}","maxReceiveCount":1}""" },
        });
        await SendAsync(left, "poison");
        await ReceiveOneAsync(left, visibilityTimeout: 0);
        await ReceiveAsync(left);

        Assert.Equal("2", (string?)(await ReceiveOneAsync(right))["Attributes"]!["ApproximateReceiveCount"]);
    }
}
