using System.Text.Json;
using Workers.Contracts;
using Workers.IntegrationTests.Cli;
using Workers.IntegrationTests.Endpoint;
using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Operations;

public sealed class WhenTheFleetIsLookedAt : IAsyncLifetime
{
    private readonly RunningFleet _fleet;
    private readonly AwsEndpoint _endpoint;
    private Operator _operator = null!;

    public WhenTheFleetIsLookedAt(AwsEndpoint endpoint)
    {
        _endpoint = endpoint;
        _fleet = new(endpoint) { Settings = { ["Workers:Beat:Interval"] = "00:00:01" } };
        _fleet.RequireTransactions();
    }

    public async ValueTask InitializeAsync()
    {
        await _fleet.InitializeAsync();
        _operator = new(_endpoint, _fleet.Prefix);
    }

    public ValueTask DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public async Task Each_worker_tells_what_its_handlers_did_until_it_stops()
    {
        await _fleet.StockAsync("lamp", 5);
        await _fleet.PlaceAsync("ORD-SEEN", "lamp");
        await _fleet.OrderBecomesAsync("ORD-SEEN", "Completed");

        await Eventually.TrueAsync("inventory tells of its order", async () => await HandledAsync("Inventory.OrderPlacedHandler") == 1);
        var seen = (await InstancesAsync()).Select(instance => instance.GetProperty("worker").GetString());
        Assert.Equal(Topology.Workers.Select(worker => worker.Name).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));

        await _fleet.StopAsync();
        Assert.Empty(await InstancesAsync());
        await _fleet.StartAsync();
    }

    [Fact]
    public async Task A_paused_queue_is_not_received_from_also_by_an_instance_that_starts_later_and_the_trail_knows_who_paused_it()
    {
        await _fleet.StockAsync("lamp", 5);
        var paused = await _operator.RunAsync("fleet", "pause", "inventory-queue", "--reason", "stock is wrong", "--by", "ana", "--json");
        Assert.Equal((0, 1), (paused.ExitCode, paused.Json.GetProperty("instances").GetInt32()));

        await _fleet.StopAsync();
        await _fleet.StartAsync();
        await _fleet.PlaceAsync("ORD-HELD", "lamp");
        await _fleet.OrderBecomesAsync("ORD-HELD", "Placed");
        Assert.Equal((5, 0, 0), await _fleet.StockOfAsync("lamp"));
        await Eventually.TrueAsync("its row says so", async () => (await QueueAsync("inventory-queue")).GetProperty("isPaused").GetBoolean());

        await _operator.RunAsync("fleet", "resume", "inventory-queue");
        await _fleet.OrderBecomesAsync("ORD-HELD", "Completed");
        await Eventually.TrueAsync("the act is on record", async () =>
            (await _fleet.FindAsync("/audit/source%23ecommerce.operations"))?.ToJsonString() is { } trail
            && trail.Contains("Queue Paused", StringComparison.Ordinal) && trail.Contains("ana", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_limit_holds_for_each_instance_until_it_is_taken_away()
    {
        await _operator.RunAsync("fleet", "limit", "analytics-queue", "7");
        await Eventually.TrueAsync("it holds", async () => await MaxInFlightAsync() == 7);

        await _operator.RunAsync("fleet", "limit", "analytics-queue", "0");
        await Eventually.TrueAsync("it is gone", async () => await MaxInFlightAsync() == 100);
    }

    private async Task<List<JsonElement>> InstancesAsync() =>
        [.. (await _operator.RunAsync("fleet", "--json")).Json.GetProperty("instances").EnumerateArray()];

    private async Task<long> HandledAsync(string handler) => (await _operator.RunAsync("fleet", "--json")).Json.GetProperty("handlers")
        .EnumerateArray().Single(sum => sum.GetProperty("handler").GetString() == handler).GetProperty("handled").GetInt64();

    private async Task<JsonElement> QueueAsync(string name) => (await InstancesAsync())
        .SelectMany(instance => instance.GetProperty("queues").EnumerateArray())
        .Single(queue => queue.GetProperty("queue").GetString() == name);

    private async Task<int> MaxInFlightAsync() => (await QueueAsync("analytics-queue")).GetProperty("maxInFlight").GetInt32();
}
