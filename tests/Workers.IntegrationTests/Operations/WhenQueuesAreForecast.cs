using Workers.Contracts;
using Workers.IntegrationTests.Cli;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Operations;

public sealed class WhenQueuesAreForecast(AwsEndpoint endpoint, ProvisionedFleet fleet) : IClassFixture<ProvisionedFleet>
{
    [Fact]
    public async Task Each_queue_is_told_of_and_one_that_nobody_empties_is_late_after_the_limit()
    {
        await new DeadLetterBox(endpoint, fleet).PutAsync(Topology.OrdersQueue, "an order");

        var run = await new Operator(endpoint, fleet.Naming.Prefix).RunAsync("forecast", "--look", "100ms", "--limit", "2m", "--json");

        var queues = run.Json.GetProperty("queues").EnumerateArray().ToDictionary(queue => queue.GetProperty("queue").GetString()!);
        Assert.Equal(Topology.Consumptions.Select(consumption => consumption.Queue.Name).Order(), queues.Keys.Order());
        var orders = queues[Topology.OrdersQueue];
        Assert.Equal((1, 0, 120), (
            orders.GetProperty("waiting").GetInt32(), orders.GetProperty("instances").GetInt32(), orders.GetProperty("lateInSeconds").GetInt32()));
        Assert.False(orders.TryGetProperty("emptyInSeconds", out _), "nobody empties it");
        Assert.False(run.Json.TryGetProperty("oldestBeatSeconds", out _), "nobody has told of itself");
    }
}
