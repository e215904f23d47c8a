using System.Globalization;

namespace LocalAws.Tests.Sqs;

public sealed class WhenAMessageIsReceived : SqsSpec
{
    [Fact]
    public async Task It_is_in_flight_and_no_one_else_gets_it()
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, "a");

        await ReceiveOneAsync(queue);

        Assert.Empty(await ReceiveAsync(queue));
        Assert.Equal((0, 1, 0), await CountsAsync(queue));
    }

    [Fact]
    public async Task It_is_visible_again_after_the_queue_s_timeout()
    {
        var queue = await CreateAsync("orders", new { VisibilityTimeout = "45" });
        await SendAsync(queue, "a");
        await ReceiveOneAsync(queue);

        Pass(seconds: 44);
        Assert.Empty(await ReceiveAsync(queue));
        Pass(seconds: 1);

        Assert.Equal((1, 0, 0), await CountsAsync(queue));
        Assert.Single(await ReceiveAsync(queue));
    }

    [Fact]
    public async Task The_receive_s_own_timeout_goes_before_the_queue_s()
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, "a");

        await ReceiveOneAsync(queue, visibilityTimeout: 5);
        Pass(seconds: 5);

        Assert.Single(await ReceiveAsync(queue));
    }

    [Fact]
    public async Task Each_receive_has_its_own_receipt_and_is_counted()
    {
        var queue = await CreateAsync("orders");
        var id = await SendAsync(queue, "a");
        var sent = Milliseconds();
        Pass(seconds: 1);
        var firstReceived = Milliseconds();

        var first = await ReceiveOneAsync(queue, visibilityTimeout: 0);
        Pass(seconds: 1);
        var second = await ReceiveOneAsync(queue, visibilityTimeout: 0);

        Assert.Equal((id, id), ((string?)first["MessageId"], (string?)second["MessageId"]));
        Assert.NotEqual(Handle(first), Handle(second));
        Assert.Equal(("1", "2"), (Attribute(first, "ApproximateReceiveCount"), Attribute(second, "ApproximateReceiveCount")));
        Assert.Equal((sent, firstReceived), (Attribute(second, "SentTimestamp"), Attribute(second, "ApproximateFirstReceiveTimestamp")));

        string Milliseconds() => Time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task It_comes_before_newer_ones_when_it_is_visible_again()
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, "delayed", delaySeconds: 20);
        await SendAsync(queue, "old");
        await CallAsync("ReceiveMessage", new { QueueUrl = queue, VisibilityTimeout = 10 });
        await SendAsync(queue, "new");

        Pass(seconds: 20);

        Assert.Equal(["delayed", "old", "new"], Bodies(await ReceiveAsync(queue)));
    }

    [Fact]
    public async Task It_has_only_the_attributes_asked_for()
    {
        var queue = await CreateAsync("orders");
        await SendAsync(queue, "a");

        var plain = await CallAsync("ReceiveMessage", new { QueueUrl = queue, VisibilityTimeout = 0 });
        var one = await CallAsync("ReceiveMessage", new { QueueUrl = queue, VisibilityTimeout = 0, AttributeNames = Names("SenderId") });

        Assert.Null(plain["Messages"]![0]!["Attributes"]);
        Assert.Equal("SenderId", Assert.Single(one["Messages"]![0]!["Attributes"]!.AsObject()).Key);
    }

    [Fact]
    public async Task Asking_for_an_unknown_attribute_is_refused()
    {
        var queue = await CreateAsync("orders");

        var error = await RefusedAsync("ReceiveMessage", new { QueueUrl = queue, MessageSystemAttributeNames = Names("Nonsense") });

        Assert.Equal("InvalidAttributeName", error.Code);
    }

    [Fact]
    public async Task Without_a_number_there_is_one_and_never_more_than_asked_for()
    {
        var queue = await CreateAsync("orders");
        foreach (var body in Names("1", "2", "3", "4"))
        {
            await SendAsync(queue, body);
        }

        var one = await CallAsync("ReceiveMessage", new { QueueUrl = queue });
        var two = await CallAsync("ReceiveMessage", new { QueueUrl = queue, MaxNumberOfMessages = 2 });

        Assert.Single(one["Messages"]!.AsArray());
        Assert.Equal(2, two["Messages"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("MaxNumberOfMessages", 0, "Value 0 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.")]
    [InlineData("MaxNumberOfMessages", 11, "Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.")]
    [InlineData("WaitTimeSeconds", -1, "Value -1 for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 and <= 20, if provided.")]
    [InlineData("WaitTimeSeconds", 21, "Value 21 for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 and <= 20, if provided.")]
    [InlineData("VisibilityTimeout", 43201, "Value 43201 for parameter VisibilityTimeout is invalid. Reason: Must be between 0 and 43200, if provided.")]
    public async Task A_number_out_of_range_is_refused(string name, int value, string message)
    {
        var queue = await CreateAsync("orders");

        var error = await RefusedAsync("ReceiveMessage", new Dictionary<string, object> { ["QueueUrl"] = queue, [name] = value });

        Assert.Equal(("InvalidParameterValue", message), (error.QueryCode, error.Message));
    }

    [Fact]
    public async Task Nothing_to_receive_leaves_the_messages_out()
    {
        var queue = await CreateAsync("orders");

        Assert.Empty((await CallAsync("ReceiveMessage", new { QueueUrl = queue })).AsObject());
    }

    private static string? Attribute(System.Text.Json.Nodes.JsonNode message, string name) => (string?)message["Attributes"]![name];
}
