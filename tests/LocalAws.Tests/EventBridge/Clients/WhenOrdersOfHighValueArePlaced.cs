using System.Text.Json.Nodes;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;

namespace LocalAws.Tests.EventBridge.Clients;

public sealed class WhenOrdersOfHighValueArePlaced : ClientSpec
{
    private const string Bus = "shop-events";

    [Fact]
    public async Task The_alert_reaches_its_queue_with_the_whole_order_in_it()
    {
        await SetUpAsync();

        var put = await PutAsync("""{"orderId":"O1","amount":99.99}""", """{"orderId":"O2","amount":129.99}""");

        var body = JsonNode.Parse((await ReceiveAsync("alerts")).Body)!;
        Assert.Equal("HIGH_VALUE_ORDER", (string?)body["alertType"]);
        Assert.Equal(put.Entries[1].EventId, (string?)body["event"]!["id"]);
        Assert.Equal("2026-01-15T10:00:00Z", (string?)body["event"]!["time"]);
        Assert.Equal("""{"orderId":"O2","amount":129.99}""", body["event"]!["detail"]!.ToJsonString());
    }

    [Fact]
    public async Task The_archive_holds_every_order()
    {
        await SetUpAsync();

        await PutAsync("""{"orderId":"O1","amount":99.99}""", """{"orderId":"O2","amount":129.99}""");

        using var http = new HttpClient { BaseAddress = Server.Endpoint };
        var events = JsonNode.Parse(await http.GetStringAsync("/_local/archives/all", Cancellation))!.AsArray();
        Assert.Equal(["O1", "O2"], events.Select(@event => (string?)@event!["detail"]!["orderId"]));
        Assert.Equal(2, (await Events.DescribeArchiveAsync(new DescribeArchiveRequest { ArchiveName = "all" }, Cancellation)).EventCount);
    }

    [Fact]
    public async Task A_replay_raises_the_alert_again()
    {
        await SetUpAsync();
        await PutAsync("""{"orderId":"O1","amount":129.99}""");
        await ReceiveAsync("alerts");
        var placed = new DateTime(2026, 1, 15, 10, 0, 0, DateTimeKind.Utc);

        var archive = await Events.DescribeArchiveAsync(new DescribeArchiveRequest { ArchiveName = "all" }, Cancellation);
        var started = await Events.StartReplayAsync(
            new StartReplayRequest
            {
                ReplayName = "again",
                EventSourceArn = archive.ArchiveArn,
                EventStartTime = placed,
                EventEndTime = placed.AddMinutes(1),
                Destination = new ReplayDestination { Arn = archive.EventSourceArn },
            },
            Cancellation);

        var body = JsonNode.Parse((await ReceiveAsync("alerts")).Body)!;
        Assert.Equal("again", (string?)body["event"]!["replay-name"]);
        Assert.Equal(ReplayState.STARTING, started.State);
        var replay = await Events.DescribeReplayAsync(new DescribeReplayRequest { ReplayName = "again" }, Cancellation);
        Assert.Equal((placed, started.ReplayStartTime), (replay.EventLastReplayedTime, replay.ReplayStartTime));
    }

    private async Task SetUpAsync()
    {
        var bus = await Events.CreateEventBusAsync(new CreateEventBusRequest { Name = Bus }, Cancellation);
        await Events.CreateArchiveAsync(
            new CreateArchiveRequest { ArchiveName = "all", EventSourceArn = bus.EventBusArn, RetentionDays = 365 }, Cancellation);
        await CreateQueueAsync("alerts", $"{Bus}/high-value-orders");
        await Events.PutRuleAsync(
            new PutRuleRequest
            {
                Name = "high-value-orders",
                EventBusName = Bus,
                EventPattern = """
                    {"source":["shop"],"detail-type":["Order Placed"],"detail":{"amount":[{"numeric":[">=",100]}]}}
                    """,
            },
            Cancellation);
        await Events.PutTargetsAsync(
            new PutTargetsRequest
            {
                Rule = "high-value-orders",
                EventBusName = Bus,
                Targets =
                [
                    new Target
                    {
                        Id = "alerts",
                        Arn = QueueArn("alerts"),
                        RetryPolicy = new RetryPolicy { MaximumEventAgeInSeconds = 86400, MaximumRetryAttempts = 185 },
                        InputTransformer = new InputTransformer
                        {
                            InputTemplate = """
                                {"alertType":"HIGH_VALUE_ORDER","priority":"urgent","event":<aws.events.event.json>}
                                """,
                        },
                    },
                ],
            },
            Cancellation);
    }

    private Task<PutEventsResponse> PutAsync(params string[] details) => Events.PutEventsAsync(
        new PutEventsRequest
        {
            Entries = [.. details.Select(detail => new PutEventsRequestEntry
            {
                EventBusName = Bus,
                Source = "shop",
                DetailType = "Order Placed",
                Detail = detail,
                Time = new DateTime(2026, 1, 15, 10, 0, 0, DateTimeKind.Utc),
            })],
        },
        Cancellation);
}
