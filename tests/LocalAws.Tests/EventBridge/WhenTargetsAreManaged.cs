namespace LocalAws.Tests.EventBridge;

public sealed class WhenTargetsAreManaged : EventBridgeSpec
{
    [Fact]
    public async Task They_are_listed_as_they_were_put()
    {
        const string Target = """
            {"Id":"1","Arn":"arn:aws:sqs:us-east-1:000000000000:q","InputTransformer":{"InputPathsMap":{"x":"$.detail.x"},"InputTemplate":"{\"x\":<x>}"},"RetryPolicy":{"MaximumRetryAttempts":185,"MaximumEventAgeInSeconds":86400},"DeadLetterConfig":{"Arn":"arn:aws:sqs:us-east-1:000000000000:dlq"}}
            """;
        await CallAsync("PutRule", new { Name = "r", EventPattern = AnySource });

        var put = await CallAsync("PutTargets", $$"""{"Rule":"r","Targets":[{{Target}}]}""");
        var listed = await CallAsync("ListTargetsByRule", new { Rule = "r" });

        Assert.Equal("""{"FailedEntryCount":0,"FailedEntries":[]}""", put.ToJsonString());
        Assert.True(System.Text.Json.Nodes.JsonNode.DeepEquals(System.Text.Json.Nodes.JsonNode.Parse(Target), listed["Targets"]![0]));
    }

    [Fact]
    public async Task A_known_id_is_replaced()
    {
        await RouteAsync("r", AnySource, new { Id = "1", Arn = QueueArn });

        await CallAsync("PutTargets", new { Rule = "r", Targets = new[] { new { Id = "1", Arn = OtherArn } } });

        var listed = await CallAsync("ListTargetsByRule", new { Rule = "r" });
        Assert.Equal($$"""[{"Id":"1","Arn":"{{OtherArn}}"}]""", listed["Targets"]!.ToJsonString());
    }

    [Fact]
    public async Task A_rule_has_at_most_five()
    {
        await CallAsync("PutRule", new { Name = "r", EventPattern = AnySource });
        var six = Enumerable.Range(1, 6).Select(id => new { Id = $"{id}", Arn = QueueArn });

        Assert.Equal(
            "LimitExceededException: The requested resource exceeds the maximum number allowed.",
            await RefusalAsync("PutTargets", new { Rule = "r", Targets = six }));

        await CallAsync("PutTargets", new { Rule = "r", Targets = six.Take(5) });
    }

    [Fact]
    public async Task Removing_says_which_ids_there_were_not()
    {
        await RouteAsync("r", AnySource, new { Id = "1", Arn = QueueArn });

        var removed = await CallAsync("RemoveTargets", """{"Rule":"r","Ids":["1","2"]}""");

        Assert.Equal(1, (int)removed["FailedEntryCount"]!);
        Assert.Equal("2", (string?)removed["FailedEntries"]![0]!["TargetId"]);
        Assert.Equal("ResourceNotFoundException", (string?)removed["FailedEntries"]![0]!["ErrorCode"]);
        Assert.Empty((await CallAsync("ListTargetsByRule", new { Rule = "r" }))["Targets"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"Id":"1","Arn":"q"}""", "Parameter q is not valid. Reason: Provided Arn is not in correct format.")]
    [InlineData("""{"Id":"1","Arn":"arn:aws:sqs:::q","DeadLetterConfig":{"Arn":"arn:aws:sns:::t"}}""", "A dead-letter queue is an SQS queue.")]
    [InlineData("""{"Id":"1","Arn":"arn:aws:sqs:::q.fifo"}""", "Parameter(s) SqsParameters must be specified for target: 1.")]
    [InlineData("""{"Id":"1","Arn":"arn:aws:sqs:::q","Input":"{}","InputPath":"$"}""", "Only one of Input, InputPath, or InputTransformer must be provided for target 1.")]
    [InlineData("""{"Id":"1","Arn":"arn:aws:sqs:::q","Input":"no JSON"}""", "JSON syntax error in input for target 1 : [Source: (String)\"no JSON\"; line: 1, column: 2].")]
    [InlineData("""{"Id":"1","Arn":"arn:aws:sqs:::q","InputPath":"detail"}""", "Invalid JSONPath detail for target 1.")]
    [InlineData("""{"Id":"1","Arn":"arn:aws:sqs:::q","InputTransformer":{"InputTemplate":"{\"x\":<nothing>}"}}""", "InputTemplate for target 1 contains invalid placeholder nothing.")]
    [InlineData("""{"Id":"1","Arn":"arn:aws:sqs:::q","InputTransformer":{"InputTemplate":"{\"x\":"}}""", "Invalid InputTemplate for target 1 : [Source: ")]
    [InlineData("""{"Id":"1","Arn":"arn:aws:events:us-east-1:000000000000:event-bus/b","Input":"1"}""", "An event bus gets the whole event")]
    public async Task What_cannot_be_delivered_to_is_refused(string target, string reason)
    {
        await CallAsync("PutRule", new { Name = "r", EventPattern = AnySource });

        var refusal = await RefusalAsync("PutTargets", $$"""{"Rule":"r","Targets":[{{target}}]}""");

        Assert.StartsWith("ValidationException: ", refusal);
        Assert.Contains(reason, refusal);
        Assert.Empty((await CallAsync("ListTargetsByRule", new { Rule = "r" }))["Targets"]!.AsArray());
    }

    [Theory]
    [InlineData("PutTargets", """{"Rule":"r","Targets":[{"Id":"1","Arn":"arn:aws:sqs:::q"}]}""")]
    [InlineData("PutTargets", """{"Rule":"r","Targets":[{"Id":"1","Arn":"no ARN"}]}""")]
    [InlineData("ListTargetsByRule", """{"Rule":"r"}""")]
    [InlineData("RemoveTargets", """{"Rule":"r","Ids":["1"]}""")]
    public async Task The_rule_must_exist(string operation, string request) => Assert.Equal(
        "ResourceNotFoundException: Rule r does not exist on EventBus default.", await RefusalAsync(operation, request));
}
