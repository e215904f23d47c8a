using System.Text.Json.Nodes;
using Amazon.EventBridge.Model;

namespace LocalAws.Tests.EventBridge.Clients;

/// <summary>Rules as a template of functions has them: orders and stock go to functions, of which there are none here.</summary>
public sealed class WhenATargetIsNotHere : ClientSpec
{
    private const string Bus = "custom-event-bus";

    [Fact]
    public async Task Its_events_are_shown_by_the_server()
    {
        await Events.CreateEventBusAsync(new CreateEventBusRequest { Name = Bus }, Cancellation);
        await CreateQueueAsync("seen", $"{Bus}/*");
        await RouteAsync(
            "order-events-rule", """{"source":["orders"],"detail-type":["Order Created","Order Completed"]}""", "event-order-processor");
        await RouteAsync(
            "inventory-events-rule", """{"source":["inventory"],"detail-type":["Inventory Updated"]}""", "event-inventory-processor");

        await PutAsync("orders", "Order Created", """{"order_id":"ORD-001","total":59.98}""");
        await PutAsync("inventory", "Inventory Updated", """{"item_id":"ITEM-001","quantity":100}""");
        await ReceiveAsync("seen");
        await ReceiveAsync("seen");

        Assert.Equal(
            [FunctionArn("event-order-processor"), FunctionArn("event-inventory-processor")],
            (await DeliveriesAsync("")).Select(one => (string?)one!["target"]));
        var order = Assert.Single(await DeliveriesAsync("?rule=order-events-rule"));
        Assert.Equal("ORD-001", (string?)JsonNode.Parse((string)order!["input"]!)!["detail"]!["order_id"]);
        Assert.Empty(await DeliveriesAsync($"?rule=order-events-rule&target={FunctionArn("event-inventory-processor")}"));
    }

    // A second target, which is here, tells when the first has been seen to.
    private async Task RouteAsync(string rule, string pattern, string function)
    {
        await Events.PutRuleAsync(new PutRuleRequest { Name = rule, EventBusName = Bus, EventPattern = pattern }, Cancellation);
        await Events.PutTargetsAsync(
            new PutTargetsRequest
            {
                Rule = rule,
                EventBusName = Bus,
                Targets = [new() { Id = "1", Arn = FunctionArn(function) }, new() { Id = "2", Arn = QueueArn("seen") }],
            },
            Cancellation);
    }

    private Task<PutEventsResponse> PutAsync(string source, string detailType, string detail) => Events.PutEventsAsync(
        new PutEventsRequest { Entries = [new() { EventBusName = Bus, Source = source, DetailType = detailType, Detail = detail }] },
        Cancellation);

    private async Task<JsonArray> DeliveriesAsync(string query)
    {
        using var client = new HttpClient();
        return JsonNode.Parse(await client.GetStringAsync(new Uri(Server.Endpoint, $"/_local/deliveries{query}"), Cancellation))!.AsArray();
    }

    private static string FunctionArn(string name) => $"arn:aws:lambda:us-east-1:000000000000:function:{name}";
}
