namespace LocalAws.Tests.EventBridge;

public sealed class WhenATargetIsABus : EventBridgeSpec
{
    [Fact]
    public async Task The_event_passes_through_that_buss_rules_unchanged()
    {
        await ReceiveAsync("us-east-1");

        var put = await PutAsync(Entry("""{"n":1}"""));

        var delivery = await Queues.NextAsync();
        Assert.Equal((string?)put["Entries"]![0]!["EventId"], (string?)delivery.Json["id"]);
        Assert.Equal("arn:aws:events:us-east-1:000000000000:rule/b/r", delivery.RuleArn);
    }

    [Fact]
    public async Task Another_region_gives_it_an_id_of_its_own()
    {
        await ReceiveAsync("eu-west-1");

        var put = await PutAsync(Entry("""{"n":1}"""));

        var delivery = await Queues.NextAsync();
        Assert.True(Guid.TryParse((string?)delivery.Json["id"], out _));
        Assert.NotEqual((string?)put["Entries"]![0]!["EventId"], (string?)delivery.Json["id"]);
        Assert.Equal(("us-east-1", 1), ((string?)delivery.Json["region"], (int?)delivery.Json["detail"]!["n"]));
        Assert.Equal("arn:aws:events:eu-west-1:000000000000:rule/b/r", delivery.RuleArn);
    }

    [Fact]
    public async Task A_missing_bus_makes_it_a_dead_letter()
    {
        await RouteAsync("onward", AnySource, Bus("us-east-1", "nowhere"));

        await PutAsync(Entry());

        var dead = await Queues.NextAsync();
        Assert.Equal((DlqArn, "NO_RESOURCE"), (dead.QueueArn, dead.Attributes!["ERROR_CODE"]));
        Assert.Equal("arn:aws:events:us-east-1:000000000000:event-bus/nowhere", dead.Attributes["TARGET_ARN"]);
    }

    [Fact]
    public async Task It_goes_no_further_than_to_a_second_bus()
    {
        await CallAsync("CreateEventBus", new { Name = "b" });
        await CallAsync("CreateEventBus", new { Name = "c" });
        await RouteAsync("onward", AnySource, Bus("us-east-1", "b"));
        await RouteAsync("further", AnySource, Bus("us-east-1", "c"), bus: "b");
        await RouteAsync("queue", AnySource, new { Id = "1", Arn = QueueArn }, bus: "c");

        await PutAsync(Entry());

        var dead = await Queues.NextAsync();
        Assert.Equal((DlqArn, "THIRD_ACCOUNT_HOP_DETECTED"), (dead.QueueArn, dead.Attributes!["ERROR_CODE"]));
        Assert.Equal("arn:aws:events:us-east-1:000000000000:rule/b/further", dead.Attributes["RULE_ARN"]);
    }

    [Fact]
    public async Task A_circle_of_buses_is_left_after_one_round()
    {
        await RouteAsync("onward", """{"source":["s"]}""", Bus("us-east-1", "default"));
        await RouteAsync("queue", AnySource, new { Id = "1", Arn = QueueArn });

        await PutAsync(Entry(), Entry(source: "last"));

        var arrivals = new List<string>();
        for (var next = await Queues.NextAsync(); (string?)next.Json["source"] != "last"; next = await Queues.NextAsync())
        {
            arrivals.Add(next.QueueArn);
        }

        Assert.Equal([DlqArn, QueueArn, QueueArn], arrivals);
    }

    /// <summary>Sends events on to a bus of a region, and from there to the queue.</summary>
    private async Task ReceiveAsync(string region)
    {
        await CallAsync("CreateEventBus", new { Name = "b" }, region);
        await CallAsync("PutRule", new { Name = "r", EventBusName = "b", EventPattern = """{"region":["us-east-1"]}""" }, region);
        await CallAsync("PutTargets", new { Rule = "r", EventBusName = "b", Targets = new[] { new { Id = "1", Arn = QueueArn } } }, region);
        await RouteAsync("onward", AnySource, Bus(region, "b"));
    }

    private static object Bus(string region, string name) => new
    {
        Id = "1",
        Arn = $"arn:aws:events:{region}:000000000000:event-bus/{name}",
        DeadLetterConfig = new { Arn = DlqArn },
    };
}
