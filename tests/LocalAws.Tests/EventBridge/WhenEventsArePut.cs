namespace LocalAws.Tests.EventBridge;

public sealed class WhenEventsArePut : EventBridgeSpec
{
    [Fact]
    public async Task They_travel_in_AWSs_envelope()
    {
        const string Detail = """{ "amount": 59.980, "name": "Jürgen <&> '+'" }""";
        string[] resources = ["arn:a", "arn:b"];
        await RouteAsync("r", AnySource, new { Id = "1", Arn = QueueArn });

        var put = await PutAsync(
            new { Source = "ecommerce.orders", DetailType = "Order Placed", Detail, Resources = resources });

        var delivery = await Queues.NextAsync();
        Assert.Equal(
            $$$"""{"version":"0","id":"{{{put["Entries"]![0]!["EventId"]}}}","detail-type":"Order Placed","source":"ecommerce.orders","account":"000000000000","time":"2026-01-15T10:00:00Z","region":"us-east-1","resources":["arn:a","arn:b"],"detail":{"amount":59.980,"name":"Jürgen <&> '+'"}}""",
            delivery.Body);
        Assert.Equal(QueueArn, delivery.QueueArn);
        Assert.Equal("arn:aws:events:us-east-1:000000000000:rule/r", delivery.RuleArn);
        Assert.Null(delivery.Attributes);
    }

    [Theory]
    [InlineData("1640995200.987", "2022-01-01T00:00:00Z")]
    [InlineData("\"2022-01-01T02:00:00.5+02:00\"", "2022-01-01T00:00:00Z")]
    public async Task A_given_time_is_kept_to_the_second(string given, string expected)
    {
        await RouteAsync("r", AnySource, new { Id = "1", Arn = QueueArn });

        await CallAsync("PutEvents", $$"""{"Entries":[{"Source":"s","DetailType":"t","Detail":"{}","Time":{{given}}}]}""");

        Assert.Equal(expected, (string?)(await Queues.NextAsync()).Json["time"]);
    }

    [Fact]
    public async Task A_trace_header_travels_with_them()
    {
        await RouteAsync("r", AnySource, new { Id = "1", Arn = QueueArn });

        await PutAsync(new { Source = "s", DetailType = "t", Detail = "{}", TraceHeader = "Root=1-5759e988-bd862e3fe1be46a994272793" });

        Assert.Equal("Root=1-5759e988-bd862e3fe1be46a994272793", (await Queues.NextAsync()).TraceHeader);
    }

    [Fact]
    public async Task Every_entry_gets_an_id_of_its_own()
    {
        var put = await PutAsync(Entry(), Entry());

        var ids = put["Entries"]!.AsArray().Select(entry => (string?)entry!["EventId"]).ToList();
        Assert.Equal(0, (int)put["FailedEntryCount"]!);
        Assert.NotEqual(ids[0], ids[1]);
        Assert.All(ids, id => Assert.True(Guid.TryParse(id, out _)));
    }

    [Fact]
    public async Task They_arrive_in_the_order_of_the_entries()
    {
        await RouteAsync("r", AnySource, new { Id = "1", Arn = QueueArn });

        await PutAsync([.. Enumerable.Range(0, 10).Select(n => Entry($$"""{"n":{{n}}}"""))]);

        for (var n = 0; n < 10; n++)
        {
            Assert.Equal($$"""{"n":{{n}}}""", (await Queues.NextAsync()).Detail);
        }
    }

    [Fact]
    public async Task Every_matching_rule_delivers_to_each_of_its_targets()
    {
        await RouteAsync("r1", """{"detail":{"amount":[{"numeric":[">=",100]}]}}""", new { Id = "1", Arn = QueueArn });
        await CallAsync("PutTargets", new { Rule = "r1", Targets = new[] { new { Id = "2", Arn = OtherArn } } });
        await RouteAsync("r2", AnySource, new { Id = "1", Arn = QueueArn });

        await PutAsync(Entry("""{"amount":99.99}"""), Entry("""{"amount":100}"""));

        Assert.Equal((QueueArn, """{"amount":99.99}"""), await NextAsync());
        Assert.Equal((QueueArn, """{"amount":100}"""), await NextAsync());
        Assert.Equal((OtherArn, """{"amount":100}"""), await NextAsync());
        Assert.Equal((QueueArn, """{"amount":100}"""), await NextAsync());
    }

    [Fact]
    public async Task A_disabled_rule_delivers_nothing()
    {
        await RouteAsync("off", AnySource, new { Id = "1", Arn = OtherArn });
        await RouteAsync("on", AnySource, new { Id = "1", Arn = QueueArn });
        await CallAsync("DisableRule", new { Name = "off" });

        await PutAsync(Entry("""{"n":1}"""), Entry("""{"n":2}"""));

        Assert.Equal((QueueArn, """{"n":1}"""), await NextAsync());
        Assert.Equal((QueueArn, """{"n":2}"""), await NextAsync());
    }

    [Fact]
    public async Task They_reach_the_rules_of_their_bus_alone()
    {
        await CallAsync("CreateEventBus", new { Name = "b" });
        await RouteAsync("r", AnySource, new { Id = "1", Arn = QueueArn }, bus: "b");
        await RouteAsync("r", AnySource, new { Id = "1", Arn = OtherArn });

        await PutAsync(
            Entry("""{"n":1}""", bus: "b"),
            Entry("""{"n":2}""", bus: "arn:aws:events:us-east-1:000000000000:event-bus/b"),
            Entry("""{"n":3}"""));

        Assert.Equal((QueueArn, """{"n":1}"""), await NextAsync());
        Assert.Equal((QueueArn, """{"n":2}"""), await NextAsync());
        Assert.Equal((OtherArn, """{"n":3}"""), await NextAsync());
    }

    [Fact]
    public async Task A_missing_bus_swallows_them_as_on_AWS()
    {
        await RouteAsync("r", AnySource, new { Id = "1", Arn = QueueArn });

        var put = await PutAsync(Entry(bus: "nowhere"), Entry("""{"n":2}"""));

        Assert.Equal(0, (int)put["FailedEntryCount"]!);
        Assert.NotNull(put["Entries"]![0]!["EventId"]);
        Assert.Equal((QueueArn, """{"n":2}"""), await NextAsync());
    }

    private async Task<(string, string)> NextAsync()
    {
        var delivery = await Queues.NextAsync();
        return (delivery.QueueArn, delivery.Detail);
    }
}
