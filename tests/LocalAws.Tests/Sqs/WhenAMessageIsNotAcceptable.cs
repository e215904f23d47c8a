using System.Text.Json.Nodes;

namespace LocalAws.Tests.Sqs;

public sealed class WhenAMessageIsNotAcceptable : SqsSpec
{
    private const int Limit = 1_048_576;

    [Theory]
    [InlineData("control \u0001")]
    [InlineData("not a character \uFFFE")]
    public async Task Characters_that_SQS_cannot_carry_are_refused(string body)
    {
        var queue = await CreateAsync("orders");

        Assert.Equal("InvalidMessageContents", (await RefusedAsync("SendMessage", new { QueueUrl = queue, MessageBody = body })).Code);
    }

    [Fact]
    public async Task An_empty_body_is_a_missing_one()
    {
        var queue = await CreateAsync("orders");

        var error = await RefusedAsync("SendMessage", new { QueueUrl = queue, MessageBody = "" });

        Assert.Equal(("MissingParameter", "The request must contain the parameter MessageBody."), (error.QueryCode, error.Message));
    }

    [Fact]
    public async Task One_byte_above_a_mebibyte_is_too_many()
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, new string('x', Limit));

        var error = await RefusedAsync("SendMessage", new { QueueUrl = queue, MessageBody = new string('x', Limit + 1) });

        Assert.Equal($"One or more parameters are invalid. Reason: Message must be shorter than {Limit} bytes.", error.Message);
    }

    [Fact]
    public async Task Attributes_and_multi_byte_characters_count()
    {
        var queue = await CreateAsync("orders", new { MaximumMessageSize = "1024" });
        var attributes = new { note = new { DataType = "String", StringValue = "12345678" } };   // 4 + 6 + 8 bytes

        await CallAsync("SendMessage", new { QueueUrl = queue, MessageBody = new string('\u00fc', 503), MessageAttributes = attributes });

        await RefusedAsync("SendMessage", new { QueueUrl = queue, MessageBody = new string('\u00fc', 504), MessageAttributes = attributes });
    }

    [Theory]
    [InlineData("""{"a":{"DataType":"String","StringValue":""}}""")]
    [InlineData("""{"a":{"DataType":"Text","StringValue":"x"}}""")]
    [InlineData("""{"a":{"StringValue":"x"}}""")]
    [InlineData("""{"a":{"DataType":"Binary","StringValue":"x"}}""")]
    [InlineData("""{"a":{"DataType":"Number","StringValue":"ten"}}""")]
    [InlineData("""{"a":{"DataType":"String","StringValue":"\u0001"}}""")]
    [InlineData("""{"AWS.a":{"DataType":"String","StringValue":"x"}}""")]
    [InlineData("""{"amazon.a":{"DataType":"String","StringValue":"x"}}""")]
    [InlineData("""{".a":{"DataType":"String","StringValue":"x"}}""")]
    [InlineData("""{"a..b":{"DataType":"String","StringValue":"x"}}""")]
    [InlineData("""{"a b":{"DataType":"String","StringValue":"x"}}""")]
    [InlineData("""{"a§":{"DataType":"String","StringValue":"x"}}""")]
    [InlineData("""{"":{"DataType":"String","StringValue":"x"}}""")]
    public async Task An_attribute_outside_the_rules_is_refused(string attributes)
    {
        var queue = await CreateAsync("orders");

        var error = await RefusedAsync(
            "SendMessage", new { QueueUrl = queue, MessageBody = "x", MessageAttributes = JsonNode.Parse(attributes) });

        Assert.Equal("InvalidParameterValue", error.QueryCode);
    }

    [Theory]
    [InlineData("MessageAttributes", "StringListValues")]
    [InlineData("MessageSystemAttributes", "BinaryListValues")]
    public async Task A_list_is_no_attribute_s_value(string attributes, string list)
    {
        var queue = await CreateAsync("orders");
        var message = new JsonObject
        {
            ["Id"] = "1",
            ["QueueUrl"] = queue,
            ["MessageBody"] = "x",
            [attributes] = new JsonObject { ["a"] = new JsonObject { ["DataType"] = "String", [list] = new JsonArray("AA==") } },
        };

        var one = await RefusedAsync("SendMessage", message);
        var inBatch = await RefusedAsync("SendMessageBatch", new { QueueUrl = queue, Entries = new[] { message } });

        Assert.Equal(("UnsupportedOperation", $"{list} is not supported."), (one.Code, one.Message));
        Assert.Equal(one.Message, inBatch.Message);
    }

    [Fact]
    public async Task An_eleventh_attribute_is_refused()
    {
        var queue = await CreateAsync("orders");
        var attributes = Enumerable.Range(0, 11).ToDictionary(i => $"a{i}", _ => new { DataType = "String", StringValue = "x" });

        var error = await RefusedAsync("SendMessage", new { QueueUrl = queue, MessageBody = "x", MessageAttributes = attributes });

        Assert.Equal("Number of message attributes [11] exceeds the allowed maximum [10].", error.Message);
    }

    [Fact]
    public async Task What_belongs_to_FIFO_queues_is_refused()
    {
        var queue = await CreateAsync("orders");

        var error = await RefusedAsync("SendMessage", new { QueueUrl = queue, MessageBody = "x", MessageDeduplicationId = "1" });

        Assert.Equal("InvalidParameterValue", error.QueryCode);
    }

    [Fact]
    public async Task A_delay_above_a_quarter_of_an_hour_is_refused()
    {
        var queue = await CreateAsync("orders");

        var error = await RefusedAsync("SendMessage", new { QueueUrl = queue, MessageBody = "x", DelaySeconds = 901 });

        Assert.StartsWith("Value 901 for parameter DelaySeconds is invalid.", error.Message);
    }
}
