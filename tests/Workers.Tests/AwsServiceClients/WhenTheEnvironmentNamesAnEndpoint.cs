using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace Workers.Tests.AwsServiceClients;

/// <summary>The environment belongs to the whole process, so these specs run alone.</summary>
[CollectionDefinition(nameof(WhenTheEnvironmentNamesAnEndpoint), DisableParallelization = true)]
[Collection(nameof(WhenTheEnvironmentNamesAnEndpoint))]
public sealed class WhenTheEnvironmentNamesAnEndpoint : WireSpec, IDisposable
{
    private const string ForAll = "AWS_ENDPOINT_URL";
    private const string ForSqs = "AWS_ENDPOINT_URL_SQS";
    private const string ForEventBridge = "AWS_ENDPOINT_URL_EVENTBRIDGE";

    private readonly Dictionary<string, string?> _before =
        new[] { ForAll, ForSqs, ForEventBridge, "AWS_REGION" }.ToDictionary(name => name, Environment.GetEnvironmentVariable);

    public void Dispose()
    {
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    [Fact]
    public void Both_services_use_it()
    {
        Set((ForAll, "http://all.example"));

        Assert.Equal(("http://all.example/", "http://all.example/"), Endpoints());
    }

    [Fact]
    public void The_one_for_a_service_is_preferred()
    {
        Set((ForAll, "http://all.example"), (ForSqs, "http://sqs.example"), (ForEventBridge, "http://events.example"));

        Assert.Equal(("http://sqs.example/", "http://events.example/"), Endpoints());
    }

    [Fact]
    public void A_url_in_code_is_preferred_to_both()
    {
        Set((ForAll, "http://all.example"), (ForSqs, "http://sqs.example"));
        var sqs = Use(new AmazonSQSClient(Credentials, new AmazonSQSConfig { ServiceURL = "http://code.example" }));

        Assert.Equal("http://code.example/", sqs.DetermineServiceOperationEndpoint(new ListQueuesRequest()).URL);
    }

    [Fact]
    public void It_can_be_ignored()
    {
        Set((ForAll, "http://all.example"), ("AWS_REGION", "eu-north-1"));
        var sqs = Use(new AmazonSQSClient(Credentials, new AmazonSQSConfig { IgnoreConfiguredEndpointUrls = true }));

        Assert.Equal(
            "https://sqs.eu-north-1.amazonaws.com/", sqs.DetermineServiceOperationEndpoint(new ListQueuesRequest()).URL);
    }

    [Fact]
    public async Task Requests_are_signed_for_the_region_of_the_environment()
    {
        Set((ForAll, Service.Url), ("AWS_REGION", "eu-north-1"));
        var sqs = Use(new AmazonSQSClient(Credentials));

        await sqs.ListQueuesAsync("", Cancellation);

        Assert.Contains("/eu-north-1/sqs/aws4_request", Service.Request["Authorization"], StringComparison.Ordinal);
    }

    private (string Sqs, string Events) Endpoints()
    {
        var sqs = Use(new AmazonSQSClient(Credentials));
        var events = Use(new AmazonEventBridgeClient(Credentials));
        return (sqs.DetermineServiceOperationEndpoint(new ListQueuesRequest()).URL,
            events.DetermineServiceOperationEndpoint(new PutEventsRequest()).URL);
    }

    private static void Set(params (string Name, string Value)[] variables)
    {
        foreach (var name in new[] { ForAll, ForSqs, ForEventBridge })
        {
            Environment.SetEnvironmentVariable(name, value: null);
        }

        foreach (var (name, value) in variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}
