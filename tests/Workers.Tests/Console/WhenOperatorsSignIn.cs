using System.Net;
using Amazon.Runtime;
using LocalAws;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workers.Console;
using Workers.Defaults.Health;

namespace Workers.Tests.Console;

public sealed class WhenOperatorsSignIn : IAsyncLifetime
{
    private readonly List<WebApplication> _hosts = [];
    private LocalAwsServer _aws = null!;

    public async ValueTask InitializeAsync() => _aws = await LocalAwsServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        await _aws.DisposeAsync();
    }

    [Fact]
    public async Task Nobody_does_unless_it_is_configured_and_a_port_is_then_one_of_loopback()
    {
        var console = await StartAsync(new() { ["urls"] = null, ["http_ports"] = "0" });

        Assert.Equal("127.0.0.1", new Uri(Assert.Single(console.Urls)).Host);
    }

    [Theory]
    [InlineData("urls", "http://0.0.0.0:0")]
    [InlineData("urls", "http://localhost:5090;http://console.example.com:5090")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://*:5090")]
    public void An_address_that_others_reach_stops_the_start_while_nobody_signs_in(string key, string addresses)
    {
        var failure = Assert.Throws<OptionsValidationException>(() =>
            Build(new() { [key] = addresses }).Services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains($"{key} (", failure.Message, StringComparison.Ordinal);
        Assert.Contains("others reach, and nobody signs in", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_another_site_that_points_its_name_here_is_refused()
    {
        var console = await StartAsync([]);

        Assert.Equal(HttpStatusCode.BadRequest, await AskAsync(console, request => request.Headers.Host = "evil.example"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(console, request => request.Headers.Host = "localhost"));
    }

    [Fact]
    public async Task The_header_of_a_trusted_proxy_names_them_and_that_of_anybody_else_does_not()
    {
        var trusted = await StartAsync(ByProxy("127.0.0.0/8"));
        var untrusted = await StartAsync(ByProxy("10.0.3.0/24"));

        Assert.Equal(HttpStatusCode.OK, await AskAsync(trusted, request => request.Headers.Add("X-User", "ada")));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(trusted, _ => { }));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(untrusted, request => request.Headers.Add("X-User", "ada")));
    }

    [Fact]
    public async Task An_orchestrator_need_not()
    {
        var console = await StartAsync(ByProxy("10.0.3.0/24"));

        Assert.Equal(HttpStatusCode.OK, await AskAsync(console, _ => { }, "/health/live"));
    }

    [Fact]
    public void A_header_without_a_proxy_stops_the_start()
    {
        var failure = Assert.Throws<OptionsValidationException>(() =>
            Build(new() { ["Workers:Console:SignIn:ProxyHeader"] = "X-User" }).Services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("TrustedProxies", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_forbids_what_no_page_of_ours_needs()
    {
        var console = await StartAsync([]);
        using var http = new HttpClient();

        using var answer = await http.GetAsync(new Uri(console.Urls.First()), TestContext.Current.CancellationToken);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> ByProxy(string proxy) => new()
    {
        ["Workers:Console:SignIn:ProxyHeader"] = "X-User",
        ["Workers:Console:SignIn:TrustedProxies:0"] = proxy,
    };

    private static async Task<HttpStatusCode> AskAsync(WebApplication console, Action<HttpRequestMessage> change, string path = "/orders")
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(console.Urls.First()), path));
        change(request);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task<WebApplication> StartAsync(Dictionary<string, string?> settings)
    {
        var console = Build(settings).MapConsole();
        console.MapWorkerHealth();
        await console.StartAsync();
        return console;
    }

    private WebApplication Build(Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["AWS:Region"] = "us-east-1",
            ["AWS:ServiceUrl"] = _aws.Endpoint.ToString(),
            ["Serilog:MinimumLevel:Default"] = "Fatal",
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton<AWSCredentials>(new BasicAWSCredentials("test", "test"));
        builder.AddConsole();
        var host = builder.Build();
        _hosts.Add(host);
        return host;
    }
}
