namespace Workers.Tests.Shipping;

/// <summary>The check of environments that the specs of compose and Kubernetes rely on.</summary>
public sealed class WhenAContainerIsConfigured
{
    [Fact]
    public async Task A_variable_that_no_option_binds_is_found()
    {
        await using var host = new ContainerHost("inventory", new Dictionary<string, string>
        {
            ["AWS__Region"] = "eu-west-1",
            ["Workers__Inventory__MaxInFlight"] = "50",
            ["Workers__Notification__MaxInFlight"] = "50",
        });

        Assert.Equal(["Workers:Notification:MaxInFlight"], host.Unread());
    }
}
