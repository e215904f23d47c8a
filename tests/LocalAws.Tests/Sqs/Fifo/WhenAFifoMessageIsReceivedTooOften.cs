using System.Text.Json;
using System.Text.Json.Nodes;

namespace LocalAws.Tests.Sqs.Fifo;

public sealed class WhenAFifoMessageIsReceivedTooOften : FifoSpec
{
    [Fact]
    public async Task Its_letter_keeps_its_id_its_group_and_its_order()
    {
        var deadLetters = await CreateFifoAsync("dlq.fifo");
        var queue = await CreateAsync("orders.fifo", Policy("dlq.fifo"));
        await SendAllAsync(queue, "a1", "a2", "a3");
        var taken = await TakeAsync(queue, visibilityTimeout: 0);

        Assert.Empty(await TakeAsync(queue));

        var letters = await ReceiveAsync(deadLetters);
        Assert.Equal(["a1", "a2", "a3"], Bodies(letters));
        Assert.Equal((string?)taken[0]!["MessageId"], (string?)letters[0]!["MessageId"]);
        Assert.Equal("a", (string?)letters[0]!["Attributes"]!["MessageGroupId"]);
        Assert.Equal("a1", (string?)letters[0]!["Attributes"]!["MessageDeduplicationId"]);
        Assert.Equal(Arn("orders.fifo"), (string?)letters[0]!["Attributes"]!["DeadLetterQueueSourceArn"]);
    }

    [Fact]
    public async Task The_next_of_its_group_has_its_turn()
    {
        await CreateFifoAsync("dlq.fifo");
        var queue = await CreateAsync("orders.fifo", Policy("dlq.fifo"));
        await SendAllAsync(queue, "a1");
        await TakeAsync(queue, visibilityTimeout: 0);
        await SendAllAsync(queue, "a2", "b1");

        Assert.Equal(["a2", "b1"], await TakeBodiesAsync(queue));
    }

    [Fact]
    public async Task Its_retention_begins_anew()
    {
        var deadLetters = await CreateFifoAsync("dlq.fifo", ("MessageRetentionPeriod", "60"));
        var queue = await CreateAsync("orders.fifo", Policy("dlq.fifo"));
        await SendAllAsync(queue, "a1");
        Pass(seconds: 50);
        await TakeAsync(queue, visibilityTimeout: 0);
        await TakeAsync(queue);

        Pass(seconds: 50);

        Assert.Equal(["a1"], await TakeBodiesAsync(deadLetters));
    }

    [Fact]
    public async Task Its_letters_go_back_in_order_and_are_no_duplicates()
    {
        var deadLetters = await CreateFifoAsync("dlq.fifo");
        var queue = await CreateAsync("orders.fifo", Policy("dlq.fifo"));
        await SendAllAsync(queue, "a1", "a2", "a3");
        await TakeAsync(queue, visibilityTimeout: 0);
        await TakeAsync(queue);

        await CallAsync("StartMessageMoveTask", new { SourceArn = Arn("dlq.fifo") });
        while ((await CountsAsync(queue)).Visible < 3)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        Assert.Equal(["a1", "a2", "a3"], await TakeBodiesAsync(queue));
        Assert.Equal((0, 0, 0), await CountsAsync(deadLetters));
    }

    [Theory]
    [InlineData("orders", "dlq.fifo")]
    [InlineData("orders.fifo", "dlq")]
    public async Task Its_dead_letter_queue_is_of_its_type(string source, string target)
    {
        await CreateFifoAsync("dlq.fifo");
        await CreateAsync("dlq");

        var error = await RefusedAsync("CreateQueue", new { QueueName = source, Attributes = Policy(target, source is "orders.fifo") });

        Assert.Equal("InvalidParameterValue", error.QueryCode);
        Assert.EndsWith("Reason: Dead-letter target must be same type of queue as the source.", error.Message);
    }

    [Fact]
    public async Task Its_letters_go_to_no_queue_of_another_type()
    {
        await CreateFifoAsync("dlq.fifo");
        await CreateAsync("orders.fifo", Policy("dlq.fifo"));
        await CreateAsync("standard");

        var error = await RefusedAsync("StartMessageMoveTask", new { SourceArn = Arn("dlq.fifo"), DestinationArn = Arn("standard") });

        Assert.StartsWith($"Value {Arn("standard")} for parameter DestinationArn is invalid.", error.Message);
    }

    private static JsonObject Policy(string deadLetterQueue, bool isFifo = true)
    {
        var attributes = new JsonObject
        {
            ["RedrivePolicy"] = JsonSerializer.Serialize(new { deadLetterTargetArn = Arn(deadLetterQueue), maxReceiveCount = 1 }),
        };
        if (isFifo)
        {
            attributes["FifoQueue"] = "true";
        }

        return attributes;
    }
}
