using Workers.Events;
using Workers.IntegrationTests.Endpoint;
using Workers.Provisioning;

namespace Workers.IntegrationTests.Provisioning;

public sealed class WhenATopologyIsPlanned(AwsEndpoint endpoint)
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_says_what_would_be_created_and_creates_nothing()
    {
        var naming = new ResourceNaming { Prefix = Prefix.Fresh() };
        var provisioner = new TopologyProvisioner(endpoint.Clients, naming, TimeProvider.System);

        var plan = await provisioner.PlanAsync(Cancellation);

        Assert.All(plan, resource => Assert.Equal(Change.Created, resource.Change));
        await Leftovers.AssertNoneAsync(endpoint.Clients, naming);
    }
}
