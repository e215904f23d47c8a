using System.Text.Json.Nodes;

namespace LocalAws.Tests.Sqs.Fifo;

public sealed class WhenAFifoQueueIsCreated : FifoSpec
{
    [Fact]
    public async Task Its_attributes_are_those_of_AWS()
    {
        var queue = await CreateFifoAsync();

        var attributes = (await AttributesAsync(queue, "All"))!;
        Assert.EndsWith("/000000000000/orders.fifo", queue);
        Assert.Equal("true", (string?)attributes["FifoQueue"]);
        Assert.Equal("false", (string?)attributes["ContentBasedDeduplication"]);
        Assert.Equal("queue", (string?)attributes["DeduplicationScope"]);
        Assert.Equal("perQueue", (string?)attributes["FifoThroughputLimit"]);
        Assert.Equal("1048576", (string?)attributes["MaximumMessageSize"]);
    }

    [Fact]
    public async Task What_is_true_may_begin_with_a_capital()
    {
        var queue = await CreateAsync("orders.fifo", new { FifoQueue = "True", ContentBasedDeduplication = "True" });

        var attributes = (await AttributesAsync(queue, "All"))!;
        Assert.Equal(("true", "true"), ((string?)attributes["FifoQueue"], (string?)attributes["ContentBasedDeduplication"]));
    }

    [Fact]
    public async Task Creating_it_again_gives_the_same_queue()
    {
        var queue = await CreateFifoAsync("orders.fifo", ("ContentBasedDeduplication", "true"));

        Assert.Equal(queue, await CreateFifoAsync());
        var error = await RefusedAsync(
            "CreateQueue", new { QueueName = "orders.fifo", Attributes = new { FifoQueue = "true", ContentBasedDeduplication = "false" } });
        Assert.Equal("QueueNameExists", error.Code);
        Assert.EndsWith("a different value for attribute ContentBasedDeduplication", error.Message);
    }

    [Theory]
    [InlineData("orders")]
    [InlineData(".fifo")]
    [InlineData("or.ders.fifo")]
    [InlineData("orders.FIFO")]
    [InlineData("a23456789a123456789a123456789a123456789a123456789a123456789a123456789a123456.fifo")]
    public async Task Its_name_ends_in_fifo_and_keeps_the_rules(string name)
    {
        var error = await RefusedAsync("CreateQueue", new { QueueName = name, Attributes = new { FifoQueue = "true" } });

        Assert.Equal("InvalidParameterValue", error.QueryCode);
        Assert.StartsWith("The name of a FIFO queue can only include", error.Message);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"FifoQueue":"false"}""")]
    public async Task A_standard_queue_does_not_have_such_a_name(string attributes)
    {
        var error = await RefusedAsync("CreateQueue", new { QueueName = "orders.fifo", Attributes = JsonNode.Parse(attributes) });

        Assert.Equal("InvalidParameterValue", error.QueryCode);
        Assert.Equal("Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length", error.Message);
    }

    [Theory]
    [InlineData("FifoQueue", "false", "Unknown Attribute FifoQueue.")]
    [InlineData("ContentBasedDeduplication", "false", "Unknown Attribute ContentBasedDeduplication.")]
    [InlineData("DeduplicationScope", "queue", "You can specify the DeduplicationScope only when FifoQueue is set to true.")]
    [InlineData("FifoThroughputLimit", "perQueue", "You can specify the FifoThroughputLimit only when FifoQueue is set to true.")]
    public async Task A_standard_queue_does_not_have_its_attributes(string name, string value, string message)
    {
        var attributes = new Dictionary<string, string> { [name] = value };
        var standard = await CreateAsync("standard");

        var created = await RefusedAsync("CreateQueue", new { QueueName = "orders", Attributes = attributes });
        var set = await RefusedAsync("SetQueueAttributes", new { QueueUrl = standard, Attributes = attributes });

        Assert.Equal(("InvalidAttributeName", message), (created.Code, created.Message));
        Assert.Equal(("InvalidAttributeName", message), (set.Code, set.Message));
    }

    [Fact]
    public async Task It_stays_one()
    {
        var queue = await CreateFifoAsync();

        await CallAsync("SetQueueAttributes", new { QueueUrl = queue, Attributes = new { FifoQueue = "true" } });
        var error = await RefusedAsync("SetQueueAttributes", new { QueueUrl = queue, Attributes = new { FifoQueue = "false" } });

        Assert.Equal("InvalidAttributeValue", error.Code);
        Assert.Equal("Invalid value for the parameter FifoQueue. Reason: Modifying queue type is not supported.", error.Message);
    }

    [Theory]
    [InlineData("DeduplicationScope", "group")]
    [InlineData("FifoThroughputLimit", "perGroup")]
    [InlineData("FifoThroughputLimit", "perMessageGroupId")]
    [InlineData("ContentBasedDeduplication", "yes")]
    public async Task Values_that_are_none_or_do_not_go_together_are_refused(string name, string value)
    {
        var queue = await CreateFifoAsync();

        var error = await RefusedAsync(
            "SetQueueAttributes", new { QueueUrl = queue, Attributes = new Dictionary<string, string> { [name] = value } });

        Assert.Equal("InvalidAttributeValue", error.Code);
        Assert.StartsWith($"Invalid value for the parameter {name}.", error.Message);
    }

    [Fact]
    public async Task High_throughput_is_by_group()
    {
        var queue = await CreateFifoAsync(
            "orders.fifo", ("DeduplicationScope", "messageGroup"), ("FifoThroughputLimit", "perMessageGroupId"));

        var error = await RefusedAsync("SetQueueAttributes", new { QueueUrl = queue, Attributes = new { DeduplicationScope = "queue" } });

        Assert.Contains("perMessageGroupId", error.Message, StringComparison.Ordinal);
        Assert.Equal("messageGroup", (string?)(await AttributesAsync(queue, "All"))!["DeduplicationScope"]);
    }
}
