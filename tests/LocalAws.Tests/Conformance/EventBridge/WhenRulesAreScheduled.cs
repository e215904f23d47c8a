using Amazon.EventBridge;
using Amazon.EventBridge.Model;

namespace LocalAws.Tests.Conformance.EventBridge;

public sealed class WhenRulesAreScheduled(ConformanceEndpoint endpoint)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("rate(5 minutes)")]
    [InlineData("cron(0 18 ? * MON-FRI *)")]
    [InlineData("cron(15 10 ? * 6L 2002-2005)")]
    [InlineData("cron(0 2 ? * SAT#3 *)")]
    [InlineData("cron(0/5 8-17 1W JAN,JUL ? *)")]
    public async Task A_rule_is_described_with_its_schedule(string expression)
    {
        var name = endpoint.Name("rule");
        endpoint.After(() => endpoint.Events.DeleteRuleAsync(new DeleteRuleRequest { Name = name }, CancellationToken.None));

        await endpoint.Events.PutRuleAsync(
            new PutRuleRequest { Name = name, ScheduleExpression = expression, State = RuleState.DISABLED }, Cancellation);

        var rule = await endpoint.Events.DescribeRuleAsync(new DescribeRuleRequest { Name = name }, Cancellation);
        Assert.Equal((expression, null), (rule.ScheduleExpression, rule.EventPattern));
    }

    [Theory]
    [InlineData("rate(1 minutes)")]
    [InlineData("cron(0 1 * * * *)")]
    [InlineData("cron(71 8 1 * ? *)")]
    public async Task What_is_no_schedule_is_refused(string expression)
    {
        Differences.InvalidSchedules.Skip(endpoint);

        var refusal = await Assert.ThrowsAsync<AmazonEventBridgeException>(() => endpoint.Events.PutRuleAsync(
            new PutRuleRequest { Name = endpoint.Name("rule"), ScheduleExpression = expression }, Cancellation));

        Assert.Equal("Parameter ScheduleExpression is not valid.", refusal.Message);
    }

    [Fact]
    public async Task Only_the_default_bus_has_schedules()
    {
        var bus = endpoint.Name("bus");
        await endpoint.Events.CreateEventBusAsync(new CreateEventBusRequest { Name = bus }, Cancellation);
        endpoint.After(() => endpoint.Events.DeleteEventBusAsync(new DeleteEventBusRequest { Name = bus }, CancellationToken.None));

        var refusal = await Assert.ThrowsAsync<AmazonEventBridgeException>(() => endpoint.Events.PutRuleAsync(
            new PutRuleRequest { Name = "rule", EventBusName = bus, ScheduleExpression = "rate(1 minute)" }, Cancellation));

        Assert.Equal("ScheduleExpression is supported only on the default event bus.", refusal.Message);
    }
}
