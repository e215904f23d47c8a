namespace LocalAws.Tests.Sqs;

public sealed class WhenADeadLetterQueueChoosesItsSources : SqsSpec
{
    [Theory]
    [InlineData("""{"redrivePermission":"allowAll"}""")]
    [InlineData("""{"redrivePermission":"byQueue","sourceQueueArns":["arn:aws:sqs:us-east-1:000000000000:orders"]}""")]
    public async Task Those_it_allows_may_name_it(string policy)
    {
        await CreateAsync("dlq", new { RedriveAllowPolicy = policy });

        var queue = await CreateWithDeadLettersAsync("orders", "dlq");

        Assert.NotNull(await AttributesAsync(queue, "RedrivePolicy"));
    }

    [Theory]
    [InlineData("""{"redrivePermission":"denyAll"}""")]
    [InlineData("""{"redrivePermission":"byQueue","sourceQueueArns":["arn:aws:sqs:us-east-1:000000000000:payments"]}""")]
    public async Task Others_may_not(string policy)
    {
        await CreateAsync("dlq", new { RedriveAllowPolicy = policy });

        var error = await RefusedAsync("CreateQueue", new
        {
            QueueName = "orders",
            Attributes = new { RedrivePolicy = $$"""{"deadLetterTargetArn":"{{Arn("dlq")}}","maxReceiveCount":3}""" },
        });

        Assert.Equal("InvalidParameterValue", error.QueryCode);
        Assert.Contains("does not allow this source queue", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("{}")]
    [InlineData("""{"redrivePermission":"someone"}""")]
    [InlineData("""{"redrivePermission":"byQueue"}""")]
    [InlineData("""{"redrivePermission":"byQueue","sourceQueueArns":[]}""")]
    [InlineData("""{"redrivePermission":"denyAll","sourceQueueArns":["arn:aws:sqs:us-east-1:000000000000:orders"]}""")]
    public async Task A_choice_that_is_none_is_refused(string policy)
    {
        var error = await RefusedAsync("CreateQueue", new { QueueName = "dlq", Attributes = new { RedriveAllowPolicy = policy } });

        Assert.Equal("InvalidAttributeValue", error.Code);
        Assert.StartsWith("Invalid value for the parameter RedriveAllowPolicy. Reason: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_most_ten_can_be_listed()
    {
        var arns = string.Join(',', Enumerable.Range(0, 11).Select(number => $"\"{Arn($"orders-{number}")}\""));

        var error = await RefusedAsync("CreateQueue", new
        {
            QueueName = "dlq",
            Attributes = new { RedriveAllowPolicy = $$"""{"redrivePermission":"byQueue","sourceQueueArns":[{{arns}}]}""" },
        });

        Assert.Equal("InvalidAttributeValue", error.Code);
    }
}
