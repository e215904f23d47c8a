using Workers.Events;
using Workers.Provisioning;

namespace Workers.Tests.Provisioning;

public sealed class WhenAnEndpointDoesNotAnswer
{
    [Fact]
    public async Task The_error_names_the_resource_that_was_asked_for()
    {
        var provisioner = new TopologyProvisioner(Scopes.Clients(), new ResourceNaming { Prefix = "spec-" }, TimeProvider.System);

        var failure = await Assert.ThrowsAsync<ProvisioningException>(
            () => provisioner.PlanAsync(TestContext.Current.CancellationToken));

        Assert.Matches("^(event bus|queue|table|topic) spec-", failure.Message);
    }
}
