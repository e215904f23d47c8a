using Amazon.EventBridge;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace LocalAws.Tests.EventBridge.Clients;

/// <summary>A server of its own for each test, called through the types of the AWS SDK.</summary>
public abstract class ClientSpec : IAsyncLifetime
{
    private protected LocalAwsServer Server { get; private set; } = null!;

    private protected IAmazonEventBridge Events { get; private set; } = null!;

    private protected IAmazonSQS Sqs { get; private set; } = null!;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Server = await LocalAwsServer.StartAsync(new LocalAwsOptions { Port = 0 }, Cancellation);
        var (credentials, url) = (new BasicAWSCredentials("test", "test"), Server.Endpoint.ToString());
        Events = new AmazonEventBridgeClient(
            credentials, new AmazonEventBridgeConfig { ServiceURL = url, AuthenticationRegion = "us-east-1" });
        Sqs = new AmazonSQSClient(credentials, new AmazonSQSConfig { ServiceURL = url, AuthenticationRegion = "us-east-1" });
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Events.Dispose();
        Sqs.Dispose();
        await Server.DisposeAsync();
    }

    private protected static string QueueArn(string queue) => $"arn:aws:sqs:us-east-1:000000000000:{queue}";

    /// <summary>Makes a queue that one rule, or a rule of any name, may send to.</summary>
    private protected Task CreateQueueAsync(string queue, string rule = "*") => Sqs.CreateQueueAsync(
        new CreateQueueRequest(queue)
        {
            Attributes = new Dictionary<string, string>
            {
                ["Policy"] = $$"""
                    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},
                    "Action":"sqs:SendMessage","Resource":"{{QueueArn(queue)}}",
                    "Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:events:us-east-1:000000000000:rule/{{rule}}"} } }]}
                    """,
            },
        },
        Cancellation);

    private protected async Task<Message> ReceiveAsync(string queue)
    {
        var url = (await Sqs.GetQueueUrlAsync(queue, Cancellation)).QueueUrl;
        var request = new ReceiveMessageRequest(url) { WaitTimeSeconds = 20, MessageAttributeNames = ["All"] };
        return Assert.Single((await Sqs.ReceiveMessageAsync(request, Cancellation)).Messages);
    }
}
