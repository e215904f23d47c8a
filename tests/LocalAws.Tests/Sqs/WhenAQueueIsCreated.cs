namespace LocalAws.Tests.Sqs;

public sealed class WhenAQueueIsCreated : SqsSpec
{
    [Fact]
    public async Task Its_URL_is_where_the_client_found_the_server()
    {
        Assert.Equal("http://localhost:4566/000000000000/orders", await CreateAsync("orders"));
    }

    [Fact]
    public async Task It_has_the_defaults_of_AWS()
    {
        var queue = await CreateAsync("orders");

        var attributes = (await AttributesAsync(queue, "All"))!;
        Assert.Equal("30", (string?)attributes["VisibilityTimeout"]);
        Assert.Equal("0", (string?)attributes["DelaySeconds"]);
        Assert.Equal("345600", (string?)attributes["MessageRetentionPeriod"]);
        Assert.Equal("0", (string?)attributes["ReceiveMessageWaitTimeSeconds"]);
        Assert.Equal("1048576", (string?)attributes["MaximumMessageSize"]);
        Assert.Equal(Arn("orders"), (string?)attributes["QueueArn"]);
    }

    [Fact]
    public async Task Creating_it_again_gives_the_same_queue()
    {
        var queue = await CreateAsync("orders", new { VisibilityTimeout = "60" });
        await SendAsync(queue, "kept");

        Assert.Equal(queue, await CreateAsync("orders"));
        Assert.Equal(queue, await CreateAsync("orders", new { VisibilityTimeout = "60" }));
        Assert.Equal(1, (await CountsAsync(queue)).Visible);
    }

    [Fact]
    public async Task Creating_it_again_with_another_attribute_is_refused()
    {
        await CreateAsync("orders", new { VisibilityTimeout = "60" });

        var error = await RefusedAsync("CreateQueue", new { QueueName = "orders", Attributes = new { VisibilityTimeout = "61" } });

        Assert.Equal(("QueueNameExists", "QueueAlreadyExists"), (error.Code, error.QueryCode));
        Assert.Contains("VisibilityTimeout", error.Message);
    }

    [Fact]
    public async Task A_policy_that_is_only_written_differently_is_no_difference()
    {
        var queue = await CreateAsync("orders", new { Policy = """{"Version":"2012-10-17","Statement":[]}""" });

        Assert.Equal(queue, await CreateAsync("orders", new { Policy = """{ "Statement": [], "Version": "2012-10-17" }""" }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("dot.ted")]
    [InlineData("ümlaut")]
    [InlineData("a23456789a123456789a123456789a123456789a123456789a123456789a123456789a1234567891x")]
    public async Task A_name_outside_the_rules_is_refused(string name)
    {
        Assert.Equal("InvalidParameterValue", (await RefusedAsync("CreateQueue", new { QueueName = name })).QueryCode);
    }

    [Fact]
    public async Task Another_region_has_a_queue_of_its_own()
    {
        var queue = await CreateAsync("orders");
        await CallAsync("CreateQueue", new { QueueName = "orders" }, region: "eu-west-1");

        await CallAsync("SendMessage", new { QueueUrl = queue, MessageBody = "abroad" }, region: "eu-west-1");

        Assert.Equal(0, (await CountsAsync(queue)).Visible);
    }
}
