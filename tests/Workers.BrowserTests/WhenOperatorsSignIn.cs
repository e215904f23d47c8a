using Workers.Contracts;

namespace Workers.BrowserTests;

/// <summary>People sign in by OpenID Connect, at a provider that runs beside the console.</summary>
public sealed class WhenOperatorsSignIn : ConsoleSpec
{
    private OpenIdProvider _provider = null!;

    protected override Dictionary<string, string?> Settings => new()
    {
        ["Workers:Console:Actions"] = "true",
        ["Authentication:Schemes:OpenIdConnect:Authority"] = _provider.Url,
        ["Authentication:Schemes:OpenIdConnect:ClientId"] = OpenIdProvider.ClientId,
        ["Authentication:Schemes:OpenIdConnect:ClientSecret"] = OpenIdProvider.ClientSecret,
        ["Authentication:Schemes:OpenIdConnect:RequireHttpsMetadata"] = "false",
    };

    public override async ValueTask InitializeAsync()
    {
        _provider = await OpenIdProvider.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task They_are_led_to_the_provider_and_back_to_the_page_that_they_asked_for_which_names_them()
    {
        await Page.GotoAsync("/acts");
        Assert.StartsWith(_provider.Url, Page.Url, StringComparison.Ordinal);

        await ComeInAsync();

        await Assertions.Expect(Page).ToHaveTitleAsync("Acts · console");
        await Assertions.Expect(Page.Locator("footer")).ToContainTextAsync("ada");
        Assert.Empty(Complaints);
    }

    [Fact]
    public async Task What_they_do_is_on_the_audit_trail_under_their_name()
    {
        await SignInAsync("/workers/payments");
        await PauseAsync();

        await Page.GetByText("payments-queue is paused.").WaitForAsync();
        Assert.Contains("\"by\":\"ada\"", await NextBodyAsync(Topology.AuditQueue), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_without_the_role_sees_nothing_and_gets_out_again()
    {
        (_provider.Person, _provider.Roles) = ("eve", ["reader"]);
        await Page.GotoAsync("/");
        await ComeInAsync();
        await Page.GetByText("eve has not the role operator").WaitForAsync();
        Assert.Equal(0, await Page.Locator("nav, svg").CountAsync());

        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Page.GetByText("You are signed out").WaitForAsync();
        (_provider.Person, _provider.Roles) = ("ada", ["reader", "operator"]);
        await SignInAsync("/");

        await Assertions.Expect(Page.Locator("footer")).ToContainTextAsync("ada");
    }

    [Theory]
    [InlineData("nonce", "of another sign-in")]
    [InlineData("aud", "another-client")]
    [InlineData("iss", "https://another.example")]
    [InlineData("exp", "ten minutes ago")]
    public async Task A_token_that_is_not_for_this_sign_in_is_refused(string claim, string value)
    {
        _provider.Forge = claims => claims[claim] = claim == "exp" ? (long)claims["iat"] - 600 : value;
        await Page.GotoAsync("/");
        await ComeInAsync();
        await Page.GetByText("You are not signed in").WaitForAsync();

        _provider.Forge = _ => { };
        await SignInAsync("/orders");   // it asks again, and takes the same token without that

        await Assertions.Expect(Page.Locator("footer")).ToContainTextAsync("ada");
    }

    [Fact]
    public async Task Signing_out_ends_it_here_and_leads_to_the_end_of_it_there()
    {
        await SignInAsync("/orders");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Sign out there too" }).ClickAsync();
        await Page.GetByText($"Signed out of {OpenIdProvider.ClientId}").WaitForAsync();

        await Page.GotoAsync("/orders");

        Assert.StartsWith(_provider.Url, Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_act_after_the_end_of_a_sign_in_is_not_done_and_says_so()
    {
        await SignInAsync("/workers/payments");
        await Page.Context.ClearCookiesAsync(new() { Name = "__Host-console" });
        await PauseAsync();

        await Page.GetByText("Your sign-in has ended").WaitForAsync();
        Assert.Equal(0, await CountAsync(Topology.AuditQueue));
    }

    [Fact]
    public async Task A_page_that_is_open_asks_for_it_anew_when_it_has_ended()
    {
        await SignInAsync("/orders");
        await Page.GotoAsync("/");
        await Page.Context.ClearCookiesAsync();

        await Page.WaitForURLAsync($"{_provider.Url}/**");
    }

    private Task ComeInAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "Come in as" }).ClickAsync();

    private async Task SignInAsync(string path)
    {
        await Page.GotoAsync(path);
        await ComeInAsync();
        await Page.Locator("footer").WaitForAsync();
    }

    private async Task PauseAsync()
    {
        await Page.Locator("#steer-payments-queue summary").ClickAsync();
        await Page.GetByLabel("Why payments-queue is paused").FillAsync("The provider charges twice");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
    }
}
