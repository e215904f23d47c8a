using Workers.Contracts;

namespace Workers.BrowserTests;

public sealed class WhenAProxySignsPeopleIn : ConsoleSpec
{
    protected override Dictionary<string, string?> Settings => new()
    {
        ["Workers:Console:Actions"] = "true",
        ["Workers:Console:SignIn:ProxyHeader"] = "X-User",
        ["Workers:Console:SignIn:TrustedProxies:0"] = "127.0.0.1",
    };

    protected override Dictionary<string, string> Headers => new() { ["X-User"] = "grace" };

    [Fact]
    public async Task Its_header_names_them_on_the_page_and_on_the_audit_trail()
    {
        await Page.GotoAsync("/workers/payments");
        await Assertions.Expect(Page.Locator("footer")).ToContainTextAsync("grace");
        await Page.Locator("#steer-payments-queue summary").ClickAsync();
        await Page.GetByLabel("Why payments-queue is paused").FillAsync("The provider charges twice");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Page.GetByText("payments-queue is paused.").WaitForAsync();

        Assert.Contains("\"by\":\"grace\"", await NextBodyAsync(Topology.AuditQueue), StringComparison.Ordinal);
    }
}
