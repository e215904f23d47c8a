namespace LocalAws.Tests.EventBridge.Schedules;

public sealed class WhenARuleIsScheduled : EventBridgeSpec
{
    private const string RuleArn = "arn:aws:events:us-east-1:000000000000:rule/r";

    [Fact]
    public async Task Its_targets_get_the_event_that_AWS_sends()
    {
        await ScheduleAsync("rate(5 minutes)");

        Time.Advance(TimeSpan.FromMinutes(5));

        var delivery = await Queues.NextAsync();
        Assert.Equal(
            $$$"""{"version":"0","id":"{{{delivery.Json["id"]}}}","detail-type":"Scheduled Event","source":"aws.events","account":"000000000000","time":"2026-01-15T10:05:00Z","region":"us-east-1","resources":["{{{RuleArn}}}"],"detail":{}}""",
            delivery.Body);
        Assert.Equal(RuleArn, delivery.RuleArn);
    }

    [Fact]
    public async Task It_goes_on_and_makes_up_for_what_was_missed()
    {
        await ScheduleAsync("cron(0 0/2 * * ? *)");

        Time.Advance(TimeSpan.FromHours(5));
        var missed = (await NextTimeAsync(), await NextTimeAsync());
        Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(("2026-01-15T12:00:00Z", "2026-01-15T14:00:00Z"), missed);
        Assert.Equal("2026-01-15T16:00:00Z", await NextTimeAsync());
    }

    [Fact]
    public async Task A_target_gets_what_it_asks_for_instead()
    {
        await ScheduleAsync("rate(1 minute)", new { Id = "1", Arn = QueueArn, Input = """{"job":"nightly"}""" });

        Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("""{"job":"nightly"}""", (await Queues.NextAsync()).Body);
    }

    [Fact]
    public async Task It_rests_while_it_is_disabled()
    {
        await ScheduleAsync("rate(10 minutes)");
        await CallAsync("DisableRule", new { Name = "r" });
        Time.Advance(TimeSpan.FromMinutes(15));

        await CallAsync("EnableRule", new { Name = "r" });
        Time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal("2026-01-15T10:25:00Z", await NextTimeAsync());
    }

    [Fact]
    public async Task Another_schedule_takes_the_place_of_the_first()
    {
        await ScheduleAsync("rate(10 minutes)");

        await CallAsync("PutRule", new { Name = "r", ScheduleExpression = "rate(25 minutes)" });
        Time.Advance(TimeSpan.FromMinutes(25));

        Assert.Equal("2026-01-15T10:25:00Z", await NextTimeAsync());
    }

    [Fact]
    public async Task A_deleted_rule_sends_nothing()
    {
        await CallAsync("PutRule", new { Name = "gone", ScheduleExpression = "rate(1 minute)" });
        await CallAsync("DeleteRule", new { Name = "gone" });
        await ScheduleAsync("rate(2 minutes)");

        Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(RuleArn, (await Queues.NextAsync()).RuleArn);
    }

    [Fact]
    public async Task Others_go_on_when_it_has_had_its_last_time()
    {
        await ScheduleAsync("cron(1 10 15 1 ? 2026)");
        Time.Advance(TimeSpan.FromMinutes(1));
        await Queues.NextAsync();

        await ScheduleAsync("rate(1 hour)");
        Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal("2026-01-15T11:01:00Z", await NextTimeAsync());
    }

    [Fact]
    public async Task It_may_match_events_besides()
    {
        await CallAsync("PutRule", new { Name = "r", ScheduleExpression = "rate(1 minute)", EventPattern = """{"source":["s"]}""" });
        await CallAsync("PutTargets", new { Rule = "r", Targets = new[] { new { Id = "1", Arn = QueueArn } } });

        await PutAsync(Entry());
        var matched = await Queues.NextAsync();
        Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("s", (string?)matched.Json["source"]);
        Assert.Equal("aws.events", (string?)(await Queues.NextAsync()).Json["source"]);
    }

    [Fact]
    public async Task Without_a_pattern_it_matches_none()
    {
        await ScheduleAsync("rate(1 minute)");

        await PutAsync(Entry());
        Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("aws.events", (string?)(await Queues.NextAsync()).Json["source"]);
    }

    [Fact]
    public async Task It_is_described_with_its_schedule()
    {
        await ScheduleAsync("cron(0 12 * * ? *)");

        Assert.Equal(
            $$"""{"Name":"r","Arn":"{{RuleArn}}","ScheduleExpression":"cron(0 12 * * ? *)","State":"ENABLED","EventBusName":"default"}""",
            (await CallAsync("ListRules", new { }))["Rules"]![0]!.ToJsonString());
    }

    [Fact]
    public async Task It_is_of_the_default_bus()
    {
        await CallAsync("CreateEventBus", new { Name = "b" });

        Assert.Equal(
            "ValidationException: ScheduleExpression is supported only on the default event bus.",
            await RefusalAsync("PutRule", new { Name = "r", EventBusName = "b", ScheduleExpression = "rate(1 minute)" }));
        await CallAsync("PutRule", new
        {
            Name = "r",
            EventBusName = "arn:aws:events:us-east-1:000000000000:event-bus/default",
            ScheduleExpression = "rate(1 minute)",
        });
    }

    [Fact]
    public async Task What_is_no_schedule_is_refused() => Assert.Equal(
        "ValidationException: Parameter ScheduleExpression is not valid.",
        await RefusalAsync("PutRule", new { Name = "r", ScheduleExpression = "rate(1 minutes)" }));

    private async Task ScheduleAsync(string expression, object? target = null)
    {
        await CallAsync("PutRule", new { Name = "r", ScheduleExpression = expression });
        await CallAsync("PutTargets", new { Rule = "r", Targets = new[] { target ?? new { Id = "1", Arn = QueueArn } } });
    }

    private async Task<string?> NextTimeAsync() => (string?)(await Queues.NextAsync()).Json["time"];
}
