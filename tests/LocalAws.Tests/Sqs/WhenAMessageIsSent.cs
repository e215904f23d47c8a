namespace LocalAws.Tests.Sqs;

/// <summary>The digests expected here are those that AWS itself answered for the same contents.</summary>
public sealed class WhenAMessageIsSent : SqsSpec
{
    [Fact]
    public async Task Its_body_arrives_as_it_was()
    {
        var queue = await CreateAsync("orders");
        const string Body = "{\"name\":\"J\u00fcrgen \U0001F600\",\"note\":\"a\\nb\t<&>\"}";

        await SendAsync(queue, Body);

        Assert.Equal(Body, (string?)(await ReceiveOneAsync(queue))["Body"]);
    }

    [Fact]
    public async Task Its_attributes_may_have_names_with_letters_of_any_alphabet()
    {
        var queue = await CreateAsync("orders");
        var attributes = new Dictionary<string, object> { ["attr.1\u00f8\u00df"] = new { DataType = "String", StringValue = "x" } };

        await CallAsync("SendMessage", new { QueueUrl = queue, MessageBody = "msg", MessageAttributes = attributes });

        Assert.Equal("x", (string?)(await ReceiveOneAsync(queue))["MessageAttributes"]!["attr.1\u00f8\u00df"]!["StringValue"]);
    }

    [Fact]
    public async Task Its_digests_are_those_of_AWS()
    {
        var queue = await CreateAsync("orders");

        var sent = await CallAsync("SendMessage", new
        {
            QueueUrl = queue,
            MessageBody = "msg",
            MessageAttributes = new Dictionary<string, object>
            {
                ["Help.Me"] = new { DataType = "String", StringValue = "Me" },
                ["Hello"] = new { DataType = "String", StringValue = "There" },
                ["General"] = new { DataType = "String", StringValue = "Kenobi" },
            },
        });
        var received = await ReceiveOneAsync(queue);

        Assert.Equal("6e2baaf3b97dbeef01c0043275f9a0e7", (string?)sent["MD5OfMessageBody"]);
        Assert.Equal("4c360f3fdafd970e05fae2f149d997f5", (string?)sent["MD5OfMessageAttributes"]);
        Assert.Equal("6e2baaf3b97dbeef01c0043275f9a0e7", (string?)received["MD5OfBody"]);
        Assert.Equal("4c360f3fdafd970e05fae2f149d997f5", (string?)received["MD5OfMessageAttributes"]);
    }

    [Theory]
    [InlineData(new[] { "General", "Hello" }, "fca026605781cb4126a1e9044df24232")]
    [InlineData(new[] { "Hello", "Missing" }, "a311262e065454b75da111d535b8dacd")]
    [InlineData(new[] { "Hel.*" }, "83fee93c1bcd8b9a5a923ffacdc636c7")]
    [InlineData(new[] { ".*" }, "4c360f3fdafd970e05fae2f149d997f5")]
    [InlineData(new[] { "*" }, "4c360f3fdafd970e05fae2f149d997f5")]
    [InlineData(new[] { "AWS." }, null)]
    [InlineData(new[] { "Missing" }, null)]
    [InlineData(new string[0], null)]
    public async Task A_receive_gets_the_attributes_it_asks_for_and_their_digest(string[] names, string? digest)
    {
        var queue = await CreateAsync("orders");
        await CallAsync("SendMessage", new
        {
            QueueUrl = queue,
            MessageBody = "msg",
            MessageAttributes = new Dictionary<string, object>
            {
                ["Help.Me"] = new { DataType = "String", StringValue = "Me" },
                ["Hello"] = new { DataType = "String", StringValue = "There" },
                ["General"] = new { DataType = "String", StringValue = "Kenobi" },
            },
        });

        var answer = await CallAsync("ReceiveMessage", new { QueueUrl = queue, MessageAttributeNames = names });

        var message = answer["Messages"]![0]!;
        Assert.Equal(digest, (string?)message["MD5OfMessageAttributes"]);
        Assert.Equal(digest is null, message["MessageAttributes"] is null);
    }

    [Fact]
    public async Task Binary_and_number_attributes_arrive_as_they_were()
    {
        var queue = await CreateAsync("orders");

        await CallAsync("SendMessage", new
        {
            QueueUrl = queue,
            MessageBody = "x",
            MessageAttributes = new
            {
                bytes = new { DataType = "Binary.gif", BinaryValue = "AAEC" },
                price = new { DataType = "Number", StringValue = "-12.50e3" },
            },
        });

        var attributes = (await ReceiveOneAsync(queue))["MessageAttributes"]!;
        Assert.Equal(("Binary.gif", "AAEC"), ((string?)attributes["bytes"]!["DataType"], (string?)attributes["bytes"]!["BinaryValue"]));
        Assert.Equal("-12.50e3", (string?)attributes["price"]!["StringValue"]);
    }

    [Fact]
    public async Task The_trace_header_and_the_group_travel_as_system_attributes()
    {
        var queue = await CreateAsync("orders");

        var sent = await CallAsync("SendMessage", new
        {
            QueueUrl = queue,
            MessageBody = "x",
            MessageGroupId = "tenant-1",
            MessageSystemAttributes = new { AWSTraceHeader = new { DataType = "String", StringValue = "Root=1-5759e988" } },
        });

        var attributes = (await ReceiveOneAsync(queue))["Attributes"]!;
        Assert.NotNull(sent["MD5OfMessageSystemAttributes"]);
        Assert.Equal(("Root=1-5759e988", "tenant-1"), ((string?)attributes["AWSTraceHeader"], (string?)attributes["MessageGroupId"]));
    }

    [Theory]
    [InlineData(null, "Root=1-of-the-header")]
    [InlineData("Root=1-of-the-message", "Root=1-of-the-message")]
    public async Task The_request_s_trace_is_the_message_s_unless_it_has_its_own(string? own, string expected)
    {
        var queue = await CreateAsync("orders");
        TraceHeader = "Root=1-of-the-header";
        var system = own is null ? null : new { AWSTraceHeader = new { DataType = "String", StringValue = own } };

        var one = await CallAsync("SendMessage", new { QueueUrl = queue, MessageBody = "x", MessageSystemAttributes = system });
        await CallAsync(
            "SendMessageBatch",
            new { QueueUrl = queue, Entries = new[] { new { Id = "1", MessageBody = "y", MessageSystemAttributes = system } } });

        Assert.Equal(own is null, one["MD5OfMessageSystemAttributes"] is null);
        Assert.All(await ReceiveAsync(queue), message => Assert.Equal(expected, (string?)message!["Attributes"]!["AWSTraceHeader"]));
    }

    [Fact]
    public async Task Messages_come_out_roughly_in_the_order_they_went_in()
    {
        var queue = await CreateAsync("orders");
        foreach (var body in Names("1", "2", "3"))
        {
            await SendAsync(queue, body);
        }

        Assert.Equal(["1", "2", "3"], Bodies(await ReceiveAsync(queue)));
    }
}
