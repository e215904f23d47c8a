namespace Workers.BrowserTests;

/// <summary>The console believes a proxy at another address; the browser names itself.</summary>
public sealed class WhenAHeaderIsForged : ConsoleSpec
{
    protected override Dictionary<string, string?> Settings => new()
    {
        ["Workers:Console:SignIn:ProxyHeader"] = "X-User",
        ["Workers:Console:SignIn:TrustedProxies:0"] = "10.0.3.0/24",
    };

    protected override Dictionary<string, string> Headers => new() { ["X-User"] = "grace" };

    [Fact]
    public async Task Nobody_is_let_in_and_the_page_says_why()
    {
        var answer = await Page.GotoAsync("/");

        Assert.Equal(401, answer!.Status);
        await Page.GetByText("No proxy that this console trusts has said who you are.").WaitForAsync();
        Assert.Equal(0, await Page.Locator("nav, svg").CountAsync());
    }
}
