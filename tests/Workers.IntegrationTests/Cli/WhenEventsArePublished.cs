using Workers.Cli.Running;
using Workers.Contracts;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Cli;

public sealed class WhenEventsArePublished : IAsyncLifetime
{
    private const string Update =
        """{"source":"ecommerce.inventory","detail-type":"Inventory Updated","detail":{"productId":"P","currentStock":5}}""";

    private readonly AwsEndpoint _endpoint;
    private readonly ProvisionedFleet _fleet;
    private readonly DeadLetterBox _box;

    public WhenEventsArePublished(AwsEndpoint endpoint)
    {
        _endpoint = endpoint;
        _fleet = new(endpoint);
        _box = new(endpoint, _fleet);
    }

    public ValueTask InitializeAsync() => _fleet.InitializeAsync();

    public ValueTask DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public async Task They_reach_the_queues_of_the_rules_that_match_them()
    {
        var run = await PublishAsync(Update);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal("published", run.Json.GetProperty("entries")[0].GetProperty("status").GetString());
        var eventId = run.Json.GetProperty("entries")[0].GetProperty("eventId").GetString()!;
        Assert.Contains(eventId, Assert.Single(await _box.BodiesAsync(Topology.InventoryQueue)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invalid_entry_keeps_the_others_from_the_bus_and_the_command_fails()
    {
        var run = await PublishAsync($"{Update}\n{Update.Replace("5", "-5", StringComparison.Ordinal)}");

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Equal("invalid", run.Json.GetProperty("entries")[1].GetProperty("status").GetString());
        Assert.Empty(await _box.BodiesAsync(Topology.InventoryQueue));
    }

    private Task<CommandRun> PublishAsync(string input) =>
        new Operator(_endpoint, _fleet.Naming.Prefix) { Input = input }.RunAsync("publish", "-", "--json");
}
