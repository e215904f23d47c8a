using Workers.Cli.Running;
using Workers.Contracts;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Cli;

public sealed class WhenTheArchiveIsReplayed : IAsyncLifetime
{
    private readonly AwsEndpoint _endpoint;
    private readonly ProvisionedFleet _fleet;
    private readonly DeadLetterBox _box;
    private readonly Operator _operator;

    public WhenTheArchiveIsReplayed(AwsEndpoint endpoint)
    {
        _endpoint = endpoint;
        _fleet = new(endpoint);
        _box = new(endpoint, _fleet);
        _operator = new(endpoint, _fleet.Naming.Prefix)
        {
            Input = """{"source":"ecommerce.inventory","detail-type":"Inventory Updated","detail":{"productId":"P","currentStock":5}}""",
        };
    }

    public ValueTask InitializeAsync() => _fleet.InitializeAsync();

    public ValueTask DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public async Task The_rule_that_is_named_gets_its_events_again_and_no_other_does()
    {
        Requires.MoreThanMoto(_endpoint, "its replays deliver nothing");
        await _operator.RunAsync("publish", "-");

        var other = await _operator.RunAsync("replay", "--from", "1h", "--rule", "order-processing", "--json");
        var before = await _box.BodiesAsync(Topology.InventoryQueue);
        var replay = await _operator.RunAsync("replay", "--from", "1h", "--rule", "inventory-processing", "--json");
        var after = await _box.BodiesAsync(Topology.InventoryQueue);

        Assert.Equal((ExitCode.Done, ExitCode.Done), (other.ExitCode, replay.ExitCode));
        Assert.Equal("COMPLETED", replay.Json.GetProperty("state").GetString());
        Assert.Equal((1, 2), (before.Count, after.Count));
    }

    [Fact]
    public async Task A_dry_run_replays_nothing()
    {
        await _operator.RunAsync("publish", "-");

        var replay = await _operator.RunAsync("replay", "--from", "1h", "--dry-run", "--json");

        Assert.Equal("PLANNED", replay.Json.GetProperty("state").GetString());
        Assert.Equal(1, replay.Json.GetProperty("archiveEvents").GetInt32());
        Assert.Single(await _box.BodiesAsync(Topology.InventoryQueue));
    }

    [Fact]
    public async Task A_window_that_no_marker_remembers_is_refused()
    {
        var replay = await _operator.RunAsync("replay", "--from", "36d");

        Assert.Equal(ExitCode.Usage, replay.ExitCode);
        Assert.Contains("--older", replay.Error, StringComparison.Ordinal);
    }
}
