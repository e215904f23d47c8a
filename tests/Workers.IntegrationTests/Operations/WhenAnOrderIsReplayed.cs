using System.Text.Json;
using Amazon.SQS.Model;
using Workers.Contracts;
using Workers.IntegrationTests.Cli;
using Workers.IntegrationTests.Endpoint;
using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Operations;

public sealed class WhenAnOrderIsReplayed : IAsyncLifetime
{
    private readonly AwsEndpoint _endpoint;
    private readonly ProvisionedFleet _fleet;
    private readonly RecordedTrail _trail;
    private readonly DeadLetterBox _box;
    private readonly Operator _operator;

    public WhenAnOrderIsReplayed(AwsEndpoint endpoint)
    {
        (_endpoint, _fleet) = (endpoint, new(endpoint));
        _trail = new(endpoint, _fleet);
        _box = new(endpoint, _fleet);
        _operator = new(endpoint, _fleet.Naming.Prefix);
    }

    public async ValueTask InitializeAsync()
    {
        await _fleet.InitializeAsync();
        await _trail.RecordAsync("placed-1", EventNames.OrderPlaced, "ORD-1", """{"orderId":"ORD-1","metadata":{"eventId":"placed-1"}}""");
        await _trail.RecordAsync("paid-1", EventNames.OrderPaid, "ORD-1", """{"orderId":"ORD-1","metadata":{"eventId":"paid-1"}}""");
        await _trail.RecordAsync("placed-2", EventNames.OrderPlaced, "ORD-2", """{"orderId":"ORD-2","metadata":{"eventId":"placed-2"}}""");
    }

    public async ValueTask DisposeAsync()
    {
        await _operator.RunAsync("replay", "--debug", "night", "--remove");
        await _fleet.DisposeAsync();
    }

    [Fact]
    public async Task Its_events_come_into_a_queue_of_their_own_and_into_no_workers()
    {
        var run = await _operator.RunAsync("replay", "--order", "ORD-1", "--debug", "night", "--json");

        Assert.Equal((0, 2), (run.ExitCode, run.Json.GetProperty("events").GetInt32()));
        Assert.Equal($"{_fleet.Naming.Prefix}debug-night", run.Json.GetProperty("name").GetString());
        await Eventually.EqualAsync(
            ["paid-1", "placed-1"],
            async () => [.. (await _box.BodiesAsync("debug-night")).Select(EventIdOf).Order(StringComparer.Ordinal)]);
        foreach (var consumption in Topology.Consumptions)
        {
            Assert.Empty(await _box.BodiesAsync(consumption.Queue.Name));
        }
    }

    [Fact]
    public async Task The_bus_is_used_again_and_can_be_removed()
    {
        var first = await _operator.RunAsync("replay", "--order", "ORD-1", "--debug", "night", "--json");
        var second = await _operator.RunAsync("replay", "--order", "ORD-2", "--debug", "night", "--json");
        Assert.Equal((true, false), (first.Json.GetProperty("isNew").GetBoolean(), second.Json.GetProperty("isNew").GetBoolean()));
        await Eventually.TrueAsync("all three events are there", async () => (await _box.BodiesAsync("debug-night")).Count == 3);

        var removed = await _operator.RunAsync("replay", "--debug", "night", "--remove");
        var again = await _operator.RunAsync("replay", "--debug", "night", "--remove");

        Assert.Equal((0, 0), (removed.ExitCode, again.ExitCode));
        await Assert.ThrowsAsync<QueueDoesNotExistException>(() => _fleet.QueueUrlAsync("debug-night"));
        var buses = await _endpoint.Clients.EventBridge.ListEventBusesAsync(
            new() { NamePrefix = $"{_fleet.Naming.Prefix}debug-" }, TestContext.Current.CancellationToken);
        Assert.Empty(buses.EventBuses ?? []);
    }

    [Fact]
    public async Task Without_a_bus_of_its_own_it_is_told_what_can_be_done()
    {
        var run = await _operator.RunAsync("replay", "--order", "ORD-1");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--debug NAME", run.Error, StringComparison.Ordinal);
        Assert.Contains("rehearse --order", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_without_events_makes_no_bus()
    {
        var run = await _operator.RunAsync("replay", "--order", "ORD-NOBODY", "--debug", "night");

        Assert.Equal(1, run.ExitCode);
        await Assert.ThrowsAsync<QueueDoesNotExistException>(() => _fleet.QueueUrlAsync("debug-night"));
    }

    private static string EventIdOf(string body) =>
        JsonElement.Parse(body).GetProperty("detail").GetProperty("metadata").GetProperty("eventId").GetString()!;
}
