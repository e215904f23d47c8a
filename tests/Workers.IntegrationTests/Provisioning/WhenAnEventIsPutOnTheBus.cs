using System.Text.Json.Nodes;
using Amazon.SQS.Model;
using Workers.Contracts;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Provisioning;

public sealed class WhenAnEventIsPutOnTheBus(AwsEndpoint endpoint, ProvisionedFleet fleet) : IClassFixture<ProvisionedFleet>
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Topology.InventoryQueue)]
    [InlineData(Topology.NotificationQueue)]
    [InlineData(Topology.AnalyticsQueue)]
    public async Task Each_queue_that_its_rule_targets_gets_it(string queue)
    {
        await PutAsync("""{"orderId":"ORD-1","amount":5}""");

        var body = await ReceiveAsync(queue, body => body["detail"]?["orderId"]?.ToString() == "ORD-1");

        Assert.Equal("ecommerce.orders", body["source"]!.GetValue<string>());
        Assert.Equal("Order Placed", body["detail-type"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_order_of_high_value_is_also_wrapped_into_an_alert()
    {
        await PutAsync("""{"orderId":"ORD-2","amount":100}""");

        var body = await ReceiveAsync(Topology.NotificationQueue, body => body["alertType"] is not null);

        Assert.Equal("HIGH_VALUE_ORDER", body["alertType"]!.GetValue<string>());
        Assert.Equal("ORD-2", body["event"]!["detail"]!["orderId"]!.GetValue<string>());
    }

    private async Task PutAsync(string detail)
    {
        var answer = await endpoint.Clients.EventBridge.PutEventsAsync(
            new()
            {
                Entries =
                [
                    new()
                    {
                        EventBusName = fleet.Naming.NameOf(Topology.Bus),
                        Source = EventNames.OrderPlaced.Source,
                        DetailType = EventNames.OrderPlaced.DetailType,
                        Detail = detail,
                    },
                ],
            },
            Cancellation);
        Assert.Equal(0, answer.FailedEntryCount);
    }

    // Other cases' events arrive here too: they are passed over. The queue's own long poll paces the loop.
    private async Task<JsonNode> ReceiveAsync(string queue, Func<JsonNode, bool> isWanted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            var answer = await endpoint.Clients.Sqs.ReceiveMessageAsync(
                new ReceiveMessageRequest { QueueUrl = await fleet.QueueUrlAsync(queue), MaxNumberOfMessages = 10, WaitTimeSeconds = 5 },
                patience.Token);
            if ((answer.Messages ?? []).Select(message => JsonNode.Parse(message.Body)!).FirstOrDefault(isWanted) is { } body)
            {
                return body;
            }
        }
    }
}
