namespace LocalAws.Tests.Sqs.Fifo;

public sealed class WhenAMessageIsADuplicate : FifoSpec
{
    private const string HelloDigest = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    [Fact]
    public async Task It_is_answered_as_the_first_was_and_not_delivered()
    {
        var queue = await CreateFifoAsync();
        var first = await SendFifoAsync(queue, "a1", id: "same");

        var second = await SendFifoAsync(queue, "b2", id: "same");

        Assert.Equal((string?)first["MessageId"], (string?)second["MessageId"]);
        Assert.Equal((string?)first["SequenceNumber"], (string?)second["SequenceNumber"]);
        Assert.NotEqual((string?)first["MD5OfMessageBody"], (string?)second["MD5OfMessageBody"]);
        Assert.Equal(["a1"], await TakeBodiesAsync(queue));
    }

    [Fact]
    public async Task It_is_one_also_when_the_first_is_gone()
    {
        var queue = await CreateFifoAsync();
        await SendFifoAsync(queue, "a1", id: "same");
        await DeleteAsync(queue, Assert.Single(await TakeAsync(queue)));

        await SendFifoAsync(queue, "a2", id: "same");

        Assert.Equal((0, 0, 0), await CountsAsync(queue));
    }

    [Fact]
    public async Task It_is_none_after_five_minutes_however_often_it_was_tried()
    {
        var queue = await CreateFifoAsync();
        await SendFifoAsync(queue, "a1", id: "same");
        Pass(seconds: 299);
        await SendFifoAsync(queue, "a2", id: "same");
        Assert.Equal(1, (await CountsAsync(queue)).Visible);

        Pass(seconds: 1);
        await SendFifoAsync(queue, "a3", id: "same");

        Assert.Equal(["a1", "a3"], await TakeBodiesAsync(queue));
    }

    [Fact]
    public async Task Equal_bodies_are_duplicates_where_the_content_decides()
    {
        var queue = await CreateFifoAsync("orders.fifo", ("ContentBasedDeduplication", "true"));

        await CallAsync("SendMessage", Message(queue, "hello", "a", id: null));
        await CallAsync("SendMessage", Message(queue, "hello", "a", id: null));
        await CallAsync("SendMessage", Message(queue, "other body, same id", "a", id: HelloDigest));
        await CallAsync("SendMessage", Message(queue, "hello", "a", id: "of-its-own"));

        Assert.Equal(2, (await CountsAsync(queue)).Visible);
    }

    [Fact]
    public async Task Groups_are_apart_where_the_scope_is_the_group()
    {
        var queue = await CreateFifoAsync("orders.fifo", ("DeduplicationScope", "messageGroup"));

        await SendFifoAsync(queue, "a1", id: "same");
        await SendFifoAsync(queue, "b1", id: "same");
        await SendFifoAsync(queue, "b2", id: "same");

        Assert.Equal(["a1", "b1"], await TakeBodiesAsync(queue));
    }

    [Fact]
    public async Task A_change_of_the_scope_takes_a_minute()
    {
        var queue = await CreateFifoAsync();
        await CallAsync("SetQueueAttributes", new { QueueUrl = queue, Attributes = new { DeduplicationScope = "messageGroup" } });
        await SendFifoAsync(queue, "a1", id: "same");
        await SendFifoAsync(queue, "b1", id: "same");

        Pass(seconds: 60);
        await SendFifoAsync(queue, "a2", id: "other");
        await SendFifoAsync(queue, "b2", id: "other");

        Assert.Equal(["a1", "a2", "b2"], await TakeBodiesAsync(queue));
    }

    [Fact]
    public async Task A_purge_forgets_what_was_sent()
    {
        var queue = await CreateFifoAsync();
        await SendFifoAsync(queue, "a1", id: "same");
        await CallAsync("PurgeQueue", new { QueueUrl = queue });

        await SendFifoAsync(queue, "a2", id: "same");

        Assert.Equal(["a2"], await TakeBodiesAsync(queue));
    }

    [Fact]
    public async Task In_a_batch_it_succeeds_as_well()
    {
        var queue = await CreateFifoAsync();

        var answer = await CallAsync("SendMessageBatch", new
        {
            QueueUrl = queue,
            Entries = Names("1", "2").Select(
                id => new { Id = id, MessageBody = "a1", MessageGroupId = "a", MessageDeduplicationId = "same" }),
        });

        var sent = answer["Successful"]!.AsArray();
        Assert.Equal(2, sent.Count);
        Assert.Equal((string?)sent[0]!["MessageId"], (string?)sent[1]!["MessageId"]);
        Assert.Equal((string?)sent[0]!["SequenceNumber"], (string?)sent[1]!["SequenceNumber"]);
        Assert.Equal(1, (await CountsAsync(queue)).Visible);
    }
}
