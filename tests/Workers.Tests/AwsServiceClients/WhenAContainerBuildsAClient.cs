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
        var sqs = Use((IAmazonSQS)Create<IAmazonSQS>());
        var events = Use((IAmazonEventBridge)Create<IAmazonEventBridge>());

        await sqs.PurgeQueueAsync(QueueUrl, Cancellation);
        await events.ListRulesAsync(new(), Cancellation);

        Assert.Equal(["AmazonSQS.PurgeQueue", "AWSEvents.ListRules"], Service.Requests.Select(request => request["X-Amz-Target"]));
    }

    [Fact]
    public void A_configuration_of_another_service_is_refused()
    {
        Assert.Throws<AmazonClientException>(() => Create<IAmazonSQS>(new AmazonEventBridgeConfig()));
        Assert.Throws<AmazonClientException>(() => Create<IAmazonEventBridge>(new AmazonSQSConfig()));
    }

    private IAmazonService Create<T>(ClientConfig? config = null)
        where T : IAmazonService =>
        T.CreateDefaultServiceClient(Credentials, Configure(config ?? T.CreateDefaultClientConfig()));
}
