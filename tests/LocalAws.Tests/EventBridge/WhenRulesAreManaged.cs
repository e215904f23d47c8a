namespace LocalAws.Tests.EventBridge;

public sealed class WhenRulesAreManaged : EventBridgeSpec
{
    [Fact]
    public async Task A_rule_is_described_as_it_was_put()
    {
        await CallAsync("CreateEventBus", new { Name = "b" });
        const string Arn = "arn:aws:events:us-east-1:000000000000:rule/b/r";

        var put = await CallAsync("PutRule", new { Name = "r", EventBusName = "b", EventPattern = AnySource, Description = "All." });
        var rule = await CallAsync("DescribeRule", new { Name = "r", EventBusName = "b" });

        Assert.Equal(Arn, (string?)put["RuleArn"]);
        Assert.Equal(
            $$"""{"Name":"r","Arn":"{{Arn}}","EventPattern":"{\"source\":[{\"prefix\":\"\"}]}","State":"ENABLED","EventBusName":"b","Description":"All.","CreatedBy":"000000000000"}""",
            rule.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task A_rule_of_the_default_bus_has_no_bus_in_its_ARN() => Assert.Equal(
        "arn:aws:events:us-east-1:000000000000:rule/r",
        (string?)(await CallAsync("PutRule", new { Name = "r", EventPattern = AnySource }))["RuleArn"]);

    [Fact]
    public async Task Putting_it_again_replaces_all_but_targets_and_tags()
    {
        await CallAsync("PutRule", new
        {
            Name = "r",
            EventPattern = AnySource,
            State = "DISABLED",
            Description = "Old.",
            Tags = new[] { new { Key = "k", Value = "v" } },
        });
        await CallAsync("PutTargets", new { Rule = "r", Targets = new[] { new { Id = "1", Arn = QueueArn } } });

        var put = await CallAsync("PutRule", new
        {
            Name = "r",
            EventPattern = """{"source":["new"]}""",
            Tags = new[] { new { Key = "other", Value = "v" } },
        });

        var rule = await CallAsync("DescribeRule", new { Name = "r" });
        Assert.Equal("""{"source":["new"]}""", (string?)rule["EventPattern"]);
        Assert.Equal("ENABLED", (string?)rule["State"]);
        Assert.Null(rule["Description"]);
        Assert.Single((await CallAsync("ListTargetsByRule", new { Rule = "r" }))["Targets"]!.AsArray());
        var tags = await CallAsync("ListTagsForResource", new { ResourceARN = (string?)put["RuleArn"] });
        Assert.Equal("""[{"Key":"k","Value":"v"}]""", tags["Tags"]!.ToJsonString());
    }

    [Fact]
    public async Task A_rule_can_be_disabled_and_enabled()
    {
        await CallAsync("PutRule", new { Name = "r", EventPattern = AnySource });

        await CallAsync("DisableRule", new { Name = "r" });
        Assert.Equal("DISABLED", (string?)(await CallAsync("DescribeRule", new { Name = "r" }))["State"]);

        await CallAsync("EnableRule", new { Name = "r" });
        Assert.Equal("ENABLED", (string?)(await CallAsync("DescribeRule", new { Name = "r" }))["State"]);
    }

    [Fact]
    public async Task A_rule_with_targets_is_not_deleted()
    {
        await RouteAsync("r", AnySource, new { Id = "1", Arn = QueueArn });

        Assert.Equal(
            "ValidationException: Rule can't be deleted since it has targets.", await RefusalAsync("DeleteRule", new { Name = "r" }));

        await CallAsync("RemoveTargets", """{"Rule":"r","Ids":["1"]}""");
        await CallAsync("DeleteRule", new { Name = "r" });
        await CallAsync("DeleteRule", new { Name = "r" });
        Assert.Equal(
            "ResourceNotFoundException: Rule r does not exist on EventBus default.",
            await RefusalAsync("DescribeRule", new { Name = "r" }));
    }

    [Fact]
    public async Task A_rule_without_pattern_and_schedule_is_refused() => Assert.Equal(
        "ValidationException: Parameter(s) EventPattern or ScheduleExpression must be specified.",
        await RefusalAsync("PutRule", new { Name = "r", EventPattern = "", ScheduleExpression = "" }));

    [Fact]
    public async Task An_invalid_pattern_is_refused() => Assert.StartsWith(
        "InvalidEventPatternException: Event pattern is not valid. Reason: Empty arrays are not allowed",
        await RefusalAsync("PutRule", new { Name = "r", EventPattern = """{"source":[]}""" }));

    [Theory]
    [InlineData("DescribeRule")]
    [InlineData("ListRules")]
    [InlineData("DeleteRule")]
    [InlineData("EnableRule")]
    [InlineData("DisableRule")]
    public async Task The_bus_must_exist(string operation) => Assert.Equal(
        "ResourceNotFoundException: Event bus nowhere does not exist.",
        await RefusalAsync(operation, new { Name = "r", EventBusName = "nowhere" }));

    [Fact]
    public async Task A_bus_has_at_most_300()
    {
        for (var rule = 0; rule < 300; rule++)
        {
            await CallAsync("PutRule", new { Name = $"r{rule}", EventPattern = AnySource });
        }

        Assert.StartsWith("LimitExceededException: ", await RefusalAsync("PutRule", new { Name = "one-more", EventPattern = AnySource }));
        await CallAsync("PutRule", new { Name = "r299", EventPattern = AnySource });
    }

    [Fact]
    public async Task Rules_are_found_by_target()
    {
        await RouteAsync("r1", AnySource, new { Id = "1", Arn = QueueArn });
        await RouteAsync("r2", AnySource, new { Id = "1", Arn = OtherArn });
        await RouteAsync("r3", AnySource, new { Id = "1", Arn = QueueArn });

        var names = await CallAsync("ListRuleNamesByTarget", new { TargetArn = QueueArn });

        Assert.Equal("""{"RuleNames":["r1","r3"]}""", names.ToJsonString());
    }
}
