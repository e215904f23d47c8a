using Workers.Cli.Running;
using Workers.IntegrationTests.Endpoint;
using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Cli;

public sealed class WhenAFleetIsUnderLoad(AwsEndpoint endpoint)
{
    [Fact]
    public async Task Every_order_is_followed_to_its_end()
    {
        await using var fleet = new RunningFleet(endpoint);
        fleet.RequireTransactions();
        await fleet.InitializeAsync();

        var load = await new Operator(endpoint, fleet.Prefix).RunAsync("load", "--rate", "50", "--duration", "2s", "--json");

        Assert.Equal(ExitCode.Done, load.ExitCode);
        Assert.Equal(
            (100, 100, 0, 0, 0),
            (Count(load, "sent"), Count(load, "reserved"), Count(load, "rejected"), Count(load, "refused"), Count(load, "pending")));
        Assert.True(load.Json.GetProperty("decisionMilliseconds").GetProperty("p99").GetDouble() > 0);
    }

    [Fact]
    public async Task A_fleet_that_does_not_run_gets_no_orders()
    {
        var provisioned = new ProvisionedFleet(endpoint);
        await provisioned.InitializeAsync();

        var load = await new Operator(endpoint, provisioned.Naming.Prefix).RunAsync("load", "--patience", "500ms");
        var orders = await new DeadLetterBox(endpoint, provisioned).BodiesAsync(Contracts.Topology.NotificationQueue);
        await provisioned.DisposeAsync();

        Assert.Equal(ExitCode.Failed, load.ExitCode);
        Assert.Contains("is the inventory worker running?", load.Error, StringComparison.Ordinal);
        Assert.Empty(orders);
    }

    private static int Count(CommandRun run, string name) => run.Json.GetProperty(name).GetInt32();
}
