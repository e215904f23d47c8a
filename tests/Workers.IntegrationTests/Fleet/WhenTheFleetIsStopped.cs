using Amazon.SQS;
using Workers.Contracts;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Fleet;

public sealed class WhenTheFleetIsStopped : IClassFixture<RunningFleet>
{
    private readonly AwsEndpoint _endpoint;
    private readonly RunningFleet _fleet;

    public WhenTheFleetIsStopped(AwsEndpoint endpoint, RunningFleet fleet)
    {
        fleet.RequireTransactions();
        _endpoint = endpoint;
        _fleet = fleet;
    }

    [Fact]
    public async Task No_message_is_left_invisible_and_none_is_lost()
    {
        await _fleet.StockAsync("laptop", 1000);
        var orders = Enumerable.Range(0, 150).Select(i => $"ORD-STOP-{i}").ToList();
        await Parallel.ForEachAsync(orders, TestContext.Current.CancellationToken, async (order, _) => await _fleet.PlaceAsync(order, "laptop"));

        await _fleet.StopAsync();

        foreach (var queue in Topology.Queues)
        {
            var attributes = await _endpoint.Clients.Sqs.GetQueueAttributesAsync(
                await _fleet.QueueUrlAsync(queue.Name),
                [QueueAttributeName.ApproximateNumberOfMessagesNotVisible],
                TestContext.Current.CancellationToken);
            Assert.Equal((queue.Name, 0), (queue.Name, attributes.ApproximateNumberOfMessagesNotVisible));
        }

        await _fleet.StartAsync();
        foreach (var order in orders)
        {
            await _fleet.OrderBecomesAsync(order, "Completed");
        }

        await _fleet.StockBecomesAsync("laptop", available: 850, reserved: 0, shipped: 150);
    }
}
