using System.Globalization;

namespace LocalAws.Tests.Sqs.Fifo;

public sealed class WhenAFifoMessageIsSent : FifoSpec
{
    public static TheoryData<string> Malformed => ["", "with space", "\u00fc", new string('a', 129)];

    [Fact]
    public async Task Its_number_is_greater_than_those_before_it()
    {
        var queue = await CreateFifoAsync();

        var first = (string)(await SendFifoAsync(queue, "a1"))["SequenceNumber"]!;
        var second = (string)(await SendFifoAsync(queue, "b1"))["SequenceNumber"]!;

        Assert.Equal((20, 20), (first.Length, second.Length));
        Assert.True(UInt128.Parse(first, CultureInfo.InvariantCulture) < UInt128.Parse(second, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_receive_tells_its_group_its_id_and_its_number()
    {
        var queue = await CreateFifoAsync();
        var sent = await SendFifoAsync(queue, "a1", id: "once");

        var attributes = (await ReceiveOneAsync(queue))["Attributes"]!;

        Assert.Equal(("a", "once"), ((string?)attributes["MessageGroupId"], (string?)attributes["MessageDeduplicationId"]));
        Assert.Equal((string?)sent["SequenceNumber"], (string?)attributes["SequenceNumber"]);
    }

    [Fact]
    public async Task An_id_made_of_its_body_is_told_too()
    {
        var queue = await CreateFifoAsync("orders.fifo", ("ContentBasedDeduplication", "true"));

        await CallAsync("SendMessage", Message(queue, "hello", "a", id: null));

        Assert.Equal(
            "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
            (string?)(await ReceiveOneAsync(queue))["Attributes"]!["MessageDeduplicationId"]);
    }

    [Fact]
    public async Task It_needs_a_group_and_a_way_to_tell_duplicates()
    {
        var queue = await CreateFifoAsync();

        var noGroup = await RefusedAsync("SendMessage", new { QueueUrl = queue, MessageBody = "x", MessageDeduplicationId = "1" });
        var noId = await RefusedAsync("SendMessage", new { QueueUrl = queue, MessageBody = "x", MessageGroupId = "a" });

        Assert.Equal(("MissingParameter", "The request must contain the parameter MessageGroupId."), (noGroup.QueryCode, noGroup.Message));
        Assert.Equal("InvalidParameterValue", noId.QueryCode);
        Assert.Equal(
            "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly", noId.Message);
    }

    [Fact]
    public async Task A_batch_in_which_one_lacks_them_is_refused_whole()
    {
        var queue = await CreateFifoAsync();
        var good = new { Id = "1", MessageBody = "x", MessageGroupId = (string?)"a", MessageDeduplicationId = (string?)"1" };

        var noGroup = await RefusedAsync("SendMessageBatch", Batch(good with { Id = "2", MessageGroupId = null }));
        var noId = await RefusedAsync("SendMessageBatch", Batch(good with { Id = "2", MessageDeduplicationId = null }));

        Assert.Equal("InvalidParameterValue", noGroup.QueryCode);
        Assert.Equal("The request must contain the parameter MessageGroupId.", noGroup.Message);
        Assert.StartsWith("The queue should either have ContentBasedDeduplication enabled", noId.Message);
        Assert.Equal((0, 0, 0), await CountsAsync(queue));

        object Batch(object bad) => new { QueueUrl = queue, Entries = new[] { good, bad } };
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task A_group_or_an_id_outside_the_rules_is_refused(string text)
    {
        var queue = await CreateFifoAsync();

        var group = await RefusedAsync("SendMessage", Message(queue, "x", text, "1"));
        var id = await RefusedAsync("SendMessage", Message(queue, "x", "a", text));

        Assert.Equal(
            $"Value {text} for parameter MessageGroupId is invalid. "
            + "Reason: MessageGroupId can only include alphanumeric and punctuation characters. 1 to 128 in length.",
            group.Message);
        Assert.StartsWith($"Value {text} for parameter MessageDeduplicationId is invalid.", id.Message);
    }

    [Fact]
    public async Task It_has_no_delay_of_its_own()
    {
        var queue = await CreateFifoAsync("orders.fifo", ("DelaySeconds", "5"));

        var message = new { QueueUrl = queue, MessageBody = "x", MessageGroupId = "a", MessageDeduplicationId = "1", DelaySeconds = 2 };
        var error = await RefusedAsync("SendMessage", message);
        await CallAsync("SendMessage", message with { DelaySeconds = 0 });

        Assert.Equal(
            "Value 2 for parameter DelaySeconds is invalid. "
            + "Reason: The request include parameter that is not valid for this queue type.",
            error.Message);
        Assert.Equal((0, 0, 1), await CountsAsync(queue));
    }

    [Fact]
    public async Task The_queue_s_delay_is_for_all_also_for_those_that_were_sent_before_it_changed()
    {
        var queue = await CreateFifoAsync();
        await SendAllAsync(queue, "a1", "a2");

        await CallAsync("SetQueueAttributes", new { QueueUrl = queue, Attributes = new { DelaySeconds = "60" } });
        Pass(seconds: 10);
        Assert.Equal((0, 0, 2), await CountsAsync(queue));
        await CallAsync("SetQueueAttributes", new { QueueUrl = queue, Attributes = new { DelaySeconds = "10" } });

        Assert.Equal(["a1", "a2"], await TakeBodiesAsync(queue));
    }
}
