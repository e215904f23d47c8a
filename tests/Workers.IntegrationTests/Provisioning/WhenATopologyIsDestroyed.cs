using Workers.Events;
using Workers.IntegrationTests.Endpoint;
using Workers.Provisioning;

namespace Workers.IntegrationTests.Provisioning;

public sealed class WhenATopologyIsDestroyed(AwsEndpoint endpoint, ProvisionedFleet neighbour) : IClassFixture<ProvisionedFleet>
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_of_it_is_left_and_its_neighbour_is_untouched()
    {
        var naming = new ResourceNaming { Prefix = Prefix.Fresh() };
        var provisioner = new TopologyProvisioner(endpoint.Clients, naming, TimeProvider.System);
        await provisioner.ApplyAsync(Cancellation);

        var destroyed = await provisioner.DestroyAsync(Cancellation);
        var again = await provisioner.DestroyAsync(Cancellation);

        Assert.All(destroyed, resource => Assert.Equal(Change.Deleted, resource.Change));
        Assert.All(again, resource => Assert.Equal(Change.Absent, resource.Change));
        await Leftovers.AssertNoneAsync(endpoint.Clients, naming);
        Assert.All(
            await neighbour.Provisioner.PlanAsync(Cancellation), resource => Assert.Equal(Change.Unchanged, resource.Change));
    }
}
