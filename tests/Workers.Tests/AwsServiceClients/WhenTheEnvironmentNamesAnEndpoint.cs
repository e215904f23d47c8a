using Amazon.EventBridge;
using Amazon.EventBridge.Model;

namespace Workers.Tests.AwsServiceClients;

/// <summary>The environment belongs to the whole process, so these specs run alone.</summary>
[CollectionDefinition(nameof(WhenTheEnvironmentNamesAnEndpoint), DisableParallelization = true)]
[Collection(nameof(WhenTheEnvironmentNamesAnEndpoint))]
public sealed class WhenTheEnvironmentNamesAnEndpoint : WireSpec, IDisposable
{
    private const string ForAll = "AWS_ENDPOINT_URL";
    private const string ForEventBridge = "AWS_ENDPOINT_URL_EVENTBRIDGE";

    private readonly Dictionary<string, string?> _before =
        new[] { ForAll, ForEventBridge, "AWS_REGION" }.ToDictionary(name => name, Environment.GetEnvironmentVariable);

    public void Dispose()
    {
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    [Fact]
    public void It_is_used()
    {
        Set((ForAll, "http://all.example"));

        Assert.Equal("http://all.example/", EndpointOf(new AmazonEventBridgeConfig()));
    }

    [Fact]
    public void The_one_for_the_service_is_preferred()
    {
        Set((ForAll, "http://all.example"), (ForEventBridge, "http://events.example"));

        Assert.Equal("http://events.example/", EndpointOf(new AmazonEventBridgeConfig()));
    }

    [Fact]
    public void A_url_in_code_is_preferred_to_both()
    {
        Set((ForAll, "http://all.example"), (ForEventBridge, "http://events.example"));

        Assert.Equal("http://code.example/", EndpointOf(new AmazonEventBridgeConfig { ServiceURL = "http://code.example" }));
    }

    [Fact]
    public void It_can_be_ignored()
    {
        Set((ForAll, "http://all.example"), ("AWS_REGION", "eu-north-1"));

        Assert.Equal(
            "https://events.eu-north-1.amazonaws.com/", EndpointOf(new AmazonEventBridgeConfig { IgnoreConfiguredEndpointUrls = true }));
    }

    [Fact]
    public async Task Requests_are_signed_for_the_region_of_the_environment()
    {
        Set((ForAll, Service.Url), ("AWS_REGION", "eu-north-1"));
        var events = Use(new AmazonEventBridgeClient(Credentials, new AmazonEventBridgeConfig()));

        await events.ListRulesAsync(new ListRulesRequest(), Cancellation);

        Assert.Contains("/eu-north-1/events/aws4_request", Service.Request["Authorization"], StringComparison.Ordinal);
    }

    private static string EndpointOf(AmazonEventBridgeConfig config) =>
        config.DetermineServiceOperationEndpoint(new(new PutEventsRequest())).URL;

    private static void Set(params (string Name, string Value)[] variables)
    {
        foreach (var name in new[] { ForAll, ForEventBridge })
        {
            Environment.SetEnvironmentVariable(name, value: null);
        }

        foreach (var (name, value) in variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}
