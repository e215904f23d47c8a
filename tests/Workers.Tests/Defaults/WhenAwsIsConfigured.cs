using Amazon.DynamoDBv2;
using Amazon.EventBridge;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.StepFunctions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workers.Defaults.Aws;
using Workers.Events;

namespace Workers.Tests.Defaults;

public sealed class WhenAwsIsConfigured
{
    [Fact]
    public void Every_client_calls_the_configured_endpoint_and_signs_for_the_configured_region()
    {
        using var services = Services(("AWS:ServiceUrl", "http://127.0.0.1:4566"), ("AWS:Region", "eu-west-1"));

        Assert.All(Configs(services), config =>
        {
            Assert.Equal("http://127.0.0.1:4566", config.ServiceURL.TrimEnd('/'));
            Assert.Equal("eu-west-1", config.AuthenticationRegion);
        });
    }

    [Fact]
    public void Every_client_calls_the_regions_own_endpoint_where_none_is_configured()
    {
        using var services = Services(("AWS:Region", "eu-west-1"));

        Assert.All(Configs(services), config =>
        {
            Assert.Equal("eu-west-1", config.RegionEndpoint.SystemName);
            Assert.Equal("eu-west-1", config.AuthenticationRegion);
        });
    }

    [Fact]
    public void An_empty_endpoint_is_none()
    {
        using var services = Services(("AWS:ServiceUrl", ""), ("AWS:Region", "eu-west-1"));

        Assert.All(Configs(services), config => Assert.Equal("eu-west-1", config.RegionEndpoint.SystemName));
    }

    [Fact]
    public void Registered_credentials_take_the_place_of_the_chain()
    {
        var credentials = new BasicAWSCredentials("local", "local");
        using var services = Services(collection => collection.AddSingleton<AWSCredentials>(credentials), ("AWS:Region", "eu-west-1"));

        Assert.All(Configs(services), config => Assert.Same(credentials, ((ClientConfig)config).DefaultAWSCredentials));
    }

    [Fact]
    public void A_host_that_brings_its_own_SQS_client_polls_with_it()
    {
        using var own = new AmazonSQSClient(new AnonymousAWSCredentials(), new AmazonSQSConfig { ServiceURL = "http://sqs.example" });
        using var services = Services(collection => collection.AddSingleton<IAmazonSQS>(own), ("AWS:Region", "eu-west-1"));

        Assert.Same(own, services.GetRequiredService<IAmazonSQS>());
        Assert.Null(services.GetKeyedService<IAmazonSQS>(PollingClient.Key));
    }

    [Fact]
    public void Without_a_region_it_says_what_to_set()
    {
        var result = new AwsOptionsValidator().Validate(null, new AwsOptions());

        Assert.Contains("AWS_REGION", Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1:4566")]
    [InlineData("localhost")]
    [InlineData("ftp://localhost")]
    public void An_endpoint_that_is_no_url_is_named(string url)
    {
        var result = new AwsOptionsValidator().Validate(null, new AwsOptions { Region = "eu-west-1", ServiceUrl = url });

        Assert.Contains(url, Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    private static IClientConfig[] Configs(IServiceProvider services) =>
    [
        services.GetRequiredService<IAmazonSQS>().Config,
        services.GetRequiredKeyedService<IAmazonSQS>(PollingClient.Key).Config,
        services.GetRequiredService<IAmazonEventBridge>().Config,
        services.GetRequiredService<IAmazonDynamoDB>().Config,
        services.GetRequiredService<IAmazonStepFunctions>().Config,
    ];

    private static ServiceProvider Services(params (string Key, string Value)[] settings) => Services(_ => { }, settings);

    private static ServiceProvider Services(Action<IServiceCollection> configure, params (string Key, string Value)[] settings)
    {
        var values = settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value));
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        configure(services);
        return services.AddAwsClients().BuildServiceProvider();
    }
}
