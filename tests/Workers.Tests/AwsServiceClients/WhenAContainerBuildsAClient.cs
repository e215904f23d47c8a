using Amazon.EventBridge;
using Amazon.Runtime;
using Amazon.SQS;

namespace Workers.Tests.AwsServiceClients;

/// <summary>The SDK's own set-up for dependency injection knows a client by its interface alone.</summary>
public sealed class WhenAContainerBuildsAClient : WireSpec
{
    [Fact]
    public async Task The_interface_makes_its_client_and_its_configuration()
    {
        var events = Use((IAmazonEventBridge)Create<IAmazonEventBridge>(Default<IAmazonEventBridge>()));

        await events.ListRulesAsync(new(), Cancellation);

        Assert.Equal("AWSEvents.ListRules", Service.Request["X-Amz-Target"]);
    }

    [Fact]
    public void A_configuration_of_another_service_is_refused() =>
        Assert.Throws<AmazonClientException>(() => Create<IAmazonEventBridge>(new AmazonSQSConfig()));

    private static ClientConfig Default<T>()
        where T : IAmazonService =>
        T.CreateDefaultClientConfig();

    private IAmazonService Create<T>(ClientConfig config)
        where T : IAmazonService =>
        T.CreateDefaultServiceClient(Credentials, Configure(config));
}
