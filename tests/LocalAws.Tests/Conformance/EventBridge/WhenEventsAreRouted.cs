using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.EventBridge.Model;
using Amazon.SQS.Model;

namespace LocalAws.Tests.Conformance.EventBridge;

public sealed class WhenEventsAreRouted(ConformanceEndpoint endpoint)
{
    private const string Pattern = """{"source":["shop"],"detail":{"total":[{"numeric":[">=",100]}]}}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_matches_a_rule_reaches_its_target()
    {
        var route = await RouteAsync(target => { });

        await PutAsync(route.Bus, """{"total":99}""");
        await PutAsync(route.Bus, """{"total":100}""");

        var envelope = JsonNode.Parse((await ReceiveAsync(route.Queue)).Body)!;
        Assert.Equal(("shop", "OrderPlaced", 100), (
            (string)envelope["source"]!, (string)envelope["detail-type"]!, (int)envelope["detail"]!["total"]!));
        Assert.Equal("0", (string)envelope["version"]!);
        Assert.NotNull(envelope["id"]);
        Assert.NotNull(envelope["time"]);
    }

    [Fact]
    public async Task It_arrives_without_white_space()
    {
        Differences.WhiteSpace.Skip(endpoint);
        var route = await RouteAsync(target => { });

        await PutAsync(route.Bus, """{ "total" : 100, "text" : " a \" b " }""");

        Assert.EndsWith(""","detail":{"total":100,"text":" a \" b "}}""", (await ReceiveAsync(route.Queue)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_may_take_a_part_of_it()
    {
        Differences.TargetInput.Skip(endpoint);
        var route = await RouteAsync(target => target.InputPath = "$.detail");

        await PutAsync(route.Bus, """{"total":100}""");

        Assert.Equal("""{"total":100}""", (await ReceiveAsync(route.Queue)).Body);
    }

    [Fact]
    public async Task A_target_may_take_something_else()
    {
        Differences.TargetInput.Skip(endpoint);
        var route = await RouteAsync(target => target.Input = """{"always":"this"}""");

        await PutAsync(route.Bus, """{"total":100}""");

        Assert.Equal("""{"always":"this"}""", (await ReceiveAsync(route.Queue)).Body);
    }

    [Fact]
    public async Task A_target_may_have_it_transformed()
    {
        Differences.TransformedInput.Skip(endpoint);
        var route = await RouteAsync(target => target.InputTransformer = new InputTransformer
        {
            InputPathsMap = new() { ["total"] = "$.detail.total", ["id"] = "$.detail.id" },
            InputTemplate = """{"sum":<total>,"order":<id>}""",
        });

        await PutAsync(route.Bus, """{"total":100,"id":"o-1"}""");

        Assert.Equal("""{"sum":100,"order":"o-1"}""", (await ReceiveAsync(route.Queue)).Body);
    }

    [Fact]
    public async Task A_disabled_rule_sends_nothing_until_it_is_enabled()
    {
        Differences.DisabledRules.Skip(endpoint);
        var route = await RouteAsync(target => { });
        await endpoint.Events.DisableRuleAsync(new DisableRuleRequest { Name = route.Rule, EventBusName = route.Bus }, Cancellation);
        await PutAsync(route.Bus, """{"total":101}""");

        await endpoint.Events.EnableRuleAsync(new EnableRuleRequest { Name = route.Rule, EventBusName = route.Bus }, Cancellation);
        await PutAsync(route.Bus, """{"total":102}""");

        Assert.Equal(102, (int)JsonNode.Parse((await ReceiveAsync(route.Queue)).Body)!["detail"]!["total"]!);
    }

    [Fact]
    public async Task Bad_entries_fail_alone()
    {
        var bus = await CreateBusAsync();
        var request = new PutEventsRequest
        {
            Entries =
            [
                new() { EventBusName = bus, Source = "shop", DetailType = "OrderPlaced", Detail = "{}" },
                new() { EventBusName = bus, Source = "shop", DetailType = "OrderPlaced", Detail = "no JSON" },
            ],
        };

        var answer = await endpoint.Events.PutEventsAsync(request, Cancellation);

        Assert.Equal(1, answer.FailedEntryCount);
        Assert.NotNull(answer.Entries[0].EventId);
        Assert.Equal("MalformedDetail", answer.Entries[1].ErrorCode);
    }

    [Fact]
    public async Task An_event_for_a_bus_that_does_not_exist_is_taken()
    {
        Differences.MissingBus.Skip(endpoint);
        var request = new PutEventsRequest
        {
            Entries = [new() { EventBusName = endpoint.Name("missing"), Source = "shop", DetailType = "OrderPlaced", Detail = "{}" }],
        };

        var answer = await endpoint.Events.PutEventsAsync(request, Cancellation);

        Assert.Equal(0, answer.FailedEntryCount);
    }

    [Theory]
    [InlineData("""{"detail":{"total":[{"numeric":[">",99]}]}}""", true)]
    [InlineData("""{"detail":{"total":[{"numeric":[">",100]}]}}""", false)]
    [InlineData("""{"detail":{"name":[{"prefix":"or"}]}}""", true)]
    [InlineData("""{"detail":{"name":[{"anything-but":["order"]}]}}""", false)]
    [InlineData("""{"detail":{"absent":[{"exists":false}]}}""", true)]
    [InlineData("""{"$or":[{"source":["none"]},{"detail-type":["OrderPlaced"]}]}""", true)]
    public async Task A_pattern_can_be_tried_out(string pattern, bool matches)
    {
        Differences.TestEventPattern.Skip(endpoint);
        const string Event = """
            {"id":"1","account":"000000000000","source":"shop","time":"2026-01-01T00:00:00Z","region":"us-east-1","resources":[],
            "detail-type":"OrderPlaced","detail":{"total":100,"name":"order"}}
            """;

        var answer = await endpoint.Events.TestEventPatternAsync(
            new TestEventPatternRequest { Event = Event, EventPattern = pattern }, Cancellation);

        Assert.Equal(matches, answer.Result);
    }

    [Fact]
    public async Task A_pattern_that_is_none_is_refused() => await Assert.ThrowsAsync<InvalidEventPatternException>(
        () => endpoint.Events.PutRuleAsync(
            new PutRuleRequest { Name = endpoint.Name("rule"), EventPattern = """{"source":"not a list"}""" }, Cancellation));

    [Fact]
    public async Task What_was_never_made_is_not_found()
    {
        await Assert.ThrowsAsync<Amazon.EventBridge.Model.ResourceNotFoundException>(() => endpoint.Events.DescribeRuleAsync(
            new DescribeRuleRequest { Name = endpoint.Name("missing") }, Cancellation));
        await Assert.ThrowsAsync<Amazon.EventBridge.Model.ResourceNotFoundException>(() => endpoint.Events.DescribeEventBusAsync(
            new DescribeEventBusRequest { Name = endpoint.Name("missing") }, Cancellation));
    }

    [Fact]
    public async Task A_bus_is_made_once()
    {
        var bus = await CreateBusAsync();

        await Assert.ThrowsAsync<ResourceAlreadyExistsException>(
            () => endpoint.Events.CreateEventBusAsync(new CreateEventBusRequest { Name = bus }, Cancellation));
    }

    private async Task<string> CreateBusAsync()
    {
        var bus = endpoint.Name("bus");
        await endpoint.Events.CreateEventBusAsync(new CreateEventBusRequest { Name = bus }, Cancellation);
        endpoint.After(() => endpoint.Events.DeleteEventBusAsync(new DeleteEventBusRequest { Name = bus }, CancellationToken.None));
        return bus;
    }

    private async Task<(string Bus, string Rule, string Queue)> RouteAsync(Action<Target> shape)
    {
        var bus = await CreateBusAsync();
        var queue = await endpoint.CreateQueueAsync();
        var arn = await endpoint.ArnOfQueueAsync(queue);
        await endpoint.Sqs.SetQueueAttributesAsync(queue, new() { ["Policy"] = PolicyFor(arn) }, Cancellation);
        var rule = endpoint.Name("rule");
        await endpoint.Events.PutRuleAsync(
            new PutRuleRequest { Name = rule, EventBusName = bus, EventPattern = Pattern }, Cancellation);
        var target = new Target { Id = "queue", Arn = arn };
        shape(target);
        await endpoint.Events.PutTargetsAsync(
            new PutTargetsRequest { Rule = rule, EventBusName = bus, Targets = [target] }, Cancellation);
        endpoint.After(async () =>
        {
            await endpoint.Events.RemoveTargetsAsync(
                new RemoveTargetsRequest { Rule = rule, EventBusName = bus, Ids = ["queue"] }, CancellationToken.None);
            await endpoint.Events.DeleteRuleAsync(new DeleteRuleRequest { Name = rule, EventBusName = bus }, CancellationToken.None);
        });
        return (bus, rule, queue);
    }

    private static string PolicyFor(string queueArn) => JsonSerializer.Serialize(new
    {
        Version = "2012-10-17",
        Statement = new
        {
            Effect = "Allow",
            Principal = new { Service = "events.amazonaws.com" },
            Action = "sqs:SendMessage",
            Resource = queueArn,
        },
    });

    private Task<PutEventsResponse> PutAsync(string bus, string detail) => endpoint.Events.PutEventsAsync(
        new PutEventsRequest { Entries = [new() { EventBusName = bus, Source = "shop", DetailType = "OrderPlaced", Detail = detail }] },
        Cancellation);

    private async Task<Message> ReceiveAsync(string queue) => Assert.Single((await endpoint.Sqs.ReceiveMessageAsync(
        new ReceiveMessageRequest(queue) { WaitTimeSeconds = 20 }, Cancellation)).Messages);
}
