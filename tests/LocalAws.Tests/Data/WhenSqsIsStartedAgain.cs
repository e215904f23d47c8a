using System.Text.Json;
using Amazon.SQS.Model;

namespace LocalAws.Tests.Data;

public sealed class WhenSqsIsStartedAgain : DataSpec
{
    private const string Queue = "http://localhost/000000000000/orders";
    private const string DeadLetters = "http://localhost/000000000000/dead";
    private const string DeadLettersArn = "arn:aws:sqs:us-east-1:000000000000:dead";
    private const string Fifo = "http://localhost/000000000000/orders.fifo";

    [Fact]
    public async Task A_message_is_as_it_was_sent()
    {
        await CreateAsync("orders");
        var sent = await Sqs.SendMessageAsync(
            new SendMessageRequest(Queue, "{\"é\":\"\ud83d\ude00\"}")
            {
                MessageAttributes = new()
                {
                    ["text"] = new() { DataType = "String", StringValue = "x" },
                    ["bytes"] = new() { DataType = "Binary", BinaryValue = new MemoryStream([0, 255]) },
                },
                MessageSystemAttributes = new() { ["AWSTraceHeader"] = new() { DataType = "String", StringValue = "Root=1" } },
            },
            Cancellation);

        await RestartAsync(TimeSpan.FromHours(1));

        var received = Assert.Single(await ReceiveAsync());
        Assert.Equal((sent.MessageId, "{\"é\":\"\ud83d\ude00\"}", sent.MD5OfMessageBody), (received.MessageId, received.Body, received.MD5OfBody));
        Assert.Equal(sent.MD5OfMessageAttributes, received.MD5OfMessageAttributes);
        Assert.Equal("Root=1", received.Attributes["AWSTraceHeader"]);
        Assert.Equal($"{Clock.Start.ToUnixTimeMilliseconds()}", received.Attributes["SentTimestamp"]);
    }

    [Fact]
    public async Task Queues_have_their_attributes_and_tags()
    {
        await CreateAsync("dead");
        await CreateAsync("orders", ("VisibilityTimeout", "77"), ("RedrivePolicy", Redrive(3)), ("Policy", """{"Statement":[]}"""));
        await Sqs.TagQueueAsync(new TagQueueRequest { QueueUrl = Queue, Tags = new() { ["team"] = "shop" } }, Cancellation);
        var before = await AttributesAsync();

        await RestartAsync(TimeSpan.FromDays(1));

        Assert.Equal(before, await AttributesAsync());
        Assert.Equal("shop", (await Sqs.ListQueueTagsAsync(new ListQueueTagsRequest { QueueUrl = Queue }, Cancellation)).Tags["team"]);
    }

    [Fact]
    public async Task A_receipt_still_deletes_its_message()
    {
        await CreateAsync("orders");
        await Sqs.SendMessageAsync(Queue, "one", Cancellation);
        var received = Assert.Single(await ReceiveAsync());

        await RestartAsync(TimeSpan.FromSeconds(10));
        Assert.Empty(await ReceiveAsync());
        await Sqs.DeleteMessageAsync(Queue, received.ReceiptHandle, Cancellation);
        Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Empty(await ReceiveAsync());
    }

    [Fact]
    public async Task A_lease_that_ran_out_meanwhile_is_over_and_the_receive_counts()
    {
        await CreateAsync("orders");
        await Sqs.SendMessageAsync(Queue, "one", Cancellation);
        var first = Assert.Single(await ReceiveAsync());

        await RestartAsync(TimeSpan.FromSeconds(30));

        var second = Assert.Single(await ReceiveAsync());
        Assert.Equal("2", second.Attributes["ApproximateReceiveCount"]);
        Assert.Equal(first.Attributes["ApproximateFirstReceiveTimestamp"], second.Attributes["ApproximateFirstReceiveTimestamp"]);
    }

    [Fact]
    public async Task A_delay_goes_on_while_the_server_is_down()
    {
        await CreateAsync("orders");
        await Sqs.SendMessageAsync(new SendMessageRequest(Queue, "later") { DelaySeconds = 60 }, Cancellation);

        await RestartAsync(TimeSpan.FromSeconds(59));
        Assert.Empty(await ReceiveAsync());
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Single(await ReceiveAsync());
    }

    [Fact]
    public async Task What_was_kept_for_the_whole_retention_meanwhile_is_gone()
    {
        await CreateAsync("orders", ("MessageRetentionPeriod", "60"));
        await Sqs.SendMessageAsync(Queue, "old", Cancellation);

        await RestartAsync(TimeSpan.FromSeconds(60));

        Assert.Empty(await ReceiveAsync());
    }

    [Fact]
    public async Task A_message_that_was_received_too_often_goes_to_the_dead_letter_queue()
    {
        await CreateAsync("dead");
        await CreateAsync("orders", ("RedrivePolicy", Redrive(1)));
        await Sqs.SendMessageAsync(Queue, "poison", Cancellation);
        await ReceiveAsync();

        await RestartAsync(TimeSpan.FromSeconds(30));

        Assert.Empty(await ReceiveAsync());
        Assert.Equal("poison", Assert.Single(await ReceiveAsync(DeadLetters)).Body);
    }

    [Fact]
    public async Task A_fifo_queue_keeps_its_order_and_knows_what_it_was_sent()
    {
        await CreateAsync("orders.fifo", ("FifoQueue", "true"));
        var sent = await SendAsync("a", "1");
        await SendAsync("b", "2");
        await ReceiveAsync(Fifo, most: 1);

        await RestartAsync(TimeSpan.FromMinutes(4));
        var again = await SendAsync("a", "1");
        await SendAsync("c", "3");

        Assert.Equal((sent.MessageId, sent.SequenceNumber), (again.MessageId, again.SequenceNumber));
        Assert.Equal(["a", "b", "c"], (await ReceiveAsync(Fifo)).Select(message => message.Body));

        Task<SendMessageResponse> SendAsync(string body, string id) => Sqs.SendMessageAsync(
            new SendMessageRequest(Fifo, body) { MessageGroupId = "g", MessageDeduplicationId = id }, Cancellation);
    }

    [Fact]
    public async Task A_group_waits_for_its_message_that_is_in_flight()
    {
        await CreateAsync("orders.fifo", ("FifoQueue", "true"), ("ContentBasedDeduplication", "true"));
        foreach (var body in new[] { "a", "b" })
        {
            await Sqs.SendMessageAsync(new SendMessageRequest(Fifo, body) { MessageGroupId = "g" }, Cancellation);
        }

        var first = Assert.Single(await ReceiveAsync(Fifo, most: 1));

        await RestartAsync();
        Assert.Empty(await ReceiveAsync(Fifo));
        await Sqs.DeleteMessageAsync(Fifo, first.ReceiptHandle, Cancellation);

        Assert.Equal("b", Assert.Single(await ReceiveAsync(Fifo)).Body);
    }

    [Fact]
    public async Task A_move_task_goes_on()
    {
        await CreateAsync("dead");
        await CreateAsync("orders", ("RedrivePolicy", Redrive(1)));
        foreach (var body in new[] { "a", "b", "c" })
        {
            await Sqs.SendMessageAsync(DeadLetters, body, Cancellation);
        }

        await Sqs.StartMessageMoveTaskAsync(
            new StartMessageMoveTaskRequest
            {
                SourceArn = DeadLettersArn,
                DestinationArn = "arn:aws:sqs:us-east-1:000000000000:orders",
                MaxNumberOfMessagesPerSecond = 1,
            },
            Cancellation);
        await UntilAsync(async () => await TaskAsync() is { ApproximateNumberOfMessagesMoved: 1 } task ? task : null);

        await RestartAsync();
        await UntilAsync(async () =>
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            return await TaskAsync() is { Status: "COMPLETED" } task ? task : null;
        });

        Assert.Equal(["a", "b", "c"], (await ReceiveAsync()).Select(message => message.Body).Order());
        Assert.Empty(await ReceiveAsync(DeadLetters));
    }

    private static string Redrive(int most) =>
        JsonSerializer.Serialize(new { deadLetterTargetArn = DeadLettersArn, maxReceiveCount = most });

    private async Task<ListMessageMoveTasksResultEntry> TaskAsync() =>
        (await Sqs.ListMessageMoveTasksAsync(new ListMessageMoveTasksRequest { SourceArn = DeadLettersArn }, Cancellation)).Results[0];

    private Task<CreateQueueResponse> CreateAsync(string name, params (string Name, string Value)[] attributes) => Sqs.CreateQueueAsync(
        new CreateQueueRequest(name) { Attributes = attributes.ToDictionary(one => one.Name, one => one.Value) }, Cancellation);

    private async Task<string> AttributesAsync()
    {
        var attributes = await Sqs.GetQueueAttributesAsync(Queue, ["All"], Cancellation);
        return string.Join('\n', attributes.Attributes.OrderBy(one => one.Key, StringComparer.Ordinal));
    }

    private async Task<List<Message>> ReceiveAsync(string queue = Queue, int most = 10)
    {
        var request = new ReceiveMessageRequest(queue)
        {
            MaxNumberOfMessages = most,
            MessageAttributeNames = ["All"],
            MessageSystemAttributeNames = ["All"],
        };
        return (await Sqs.ReceiveMessageAsync(request, Cancellation)).Messages ?? [];
    }
}
