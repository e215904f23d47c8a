using Amazon.DynamoDBv2;
using Amazon.EventBridge;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Amazon.StepFunctions;
using DotNet.Testcontainers.Builders;
using LocalAws;
using Testcontainers.LocalStack;
using Workers.IntegrationTests.Endpoint;
using Workers.Provisioning;

[assembly: AssemblyFixture(typeof(AwsEndpoint))]

namespace Workers.IntegrationTests.Endpoint;

/// <summary>
/// The AWS that the whole suite runs on: the one named by <c>AWS_ENDPOINT_URL</c>; with <c>TEST_AWS=localstack</c> a LocalStack in a
/// container that is started here; else the embedded one, started here in process. Where LocalStack is asked for and there is no
/// container engine, the suite is skipped.
/// Every spec works below a prefix of its own, so that runs and classes can share an endpoint.
/// </summary>
public sealed class AwsEndpoint : IAsyncLifetime
{
    private const string LocalStackImage = "localstack/localstack:4.14.0";

    private Func<ValueTask> _stop = () => ValueTask.CompletedTask;

    /// <summary>Where it listens.</summary>
    public string Url { get; private set; } = "";

    /// <summary>The region that requests are signed for.</summary>
    public string Region { get; } = Environment.GetEnvironmentVariable("AWS_REGION") ?? "us-east-1";

    /// <summary>Whether it is moto, which lacks things that AWS has.</summary>
    public bool IsMoto { get; private set; }

    /// <summary>The secret parts of the credentials in use, where they are this suite's own and nothing else is spelled as they are.</summary>
    public IReadOnlyList<string> Secrets { get; private set; } = [];

    /// <summary>Clients of the endpoint, with the credentials of the SDK's chain.</summary>
    public AwsClients Clients { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL") is { Length: > 0 } url)
        {
            Url = url;
            IsMoto = await AnswersAsMotoAsync(url);
        }
        else
        {
            Url = await StartAsync(TestContext.Current.CancellationToken);
        }

        Clients = new(
            new AmazonSQSClient(Configure(new AmazonSQSConfig())),
            new AmazonEventBridgeClient(Configure(new AmazonEventBridgeConfig())),
            new AmazonDynamoDBClient(Configure(new AmazonDynamoDBConfig())),
            new AmazonSimpleNotificationServiceClient(Configure(new AmazonSimpleNotificationServiceConfig())),
            new AmazonStepFunctionsClient(Configure(new AmazonStepFunctionsConfig())));
    }

    public async ValueTask DisposeAsync()
    {
        Clients.Sqs.Dispose();
        Clients.EventBridge.Dispose();
        Clients.DynamoDb.Dispose();
        Clients.Sns.Dispose();
        Clients.StepFunctions.Dispose();
        await _stop();
    }

    private async Task<string> StartAsync(CancellationToken cancellationToken)
    {
        // No signature is checked, but the SDK wants to make one, for the hosts and commands under test too.
        Secrets = ["s3cr3t-key-of-the-suite", "s3cr3t-session-of-the-suite"];
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "test");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", Secrets[0]);
        Environment.SetEnvironmentVariable("AWS_SESSION_TOKEN", Secrets[1]);
        return Environment.GetEnvironmentVariable("TEST_AWS") switch
        {
            null or "" or "embedded" => await StartEmbeddedAsync(cancellationToken),
            "localstack" => await StartLocalStackAsync(cancellationToken),
            var other => throw new InvalidOperationException($"TEST_AWS is \"{other}\": only embedded and localstack can be started."),
        };
    }

    private async Task<string> StartEmbeddedAsync(CancellationToken cancellationToken)
    {
        var embedded = await LocalAwsServer.StartAsync(new() { Port = 0 }, cancellationToken);
        _stop = embedded.DisposeAsync;
        return embedded.Endpoint.ToString();
    }

    private async Task<string> StartLocalStackAsync(CancellationToken cancellationToken)
    {
        var image = Environment.GetEnvironmentVariable("TEST_AWS_IMAGE") is { Length: > 0 } chosen ? chosen : LocalStackImage;
        try
        {
            var container = new LocalStackBuilder(image).Build();
            _stop = container.DisposeAsync;
            await container.StartAsync(cancellationToken);
            return container.GetConnectionString();
        }
        catch (DockerUnavailableException)
        {
            // A fixture cannot skip. The fixtures of the classes find an endpoint, and each case is skipped before it begins.
            SkipWithoutEndpointAttribute.Because("TEST_AWS=localstack needs a container engine, and none answers.");
            return await StartEmbeddedAsync(cancellationToken);
        }
    }

    private static async Task<bool> AnswersAsMotoAsync(string url)
    {
        using var client = new HttpClient { BaseAddress = new(url) };
        using var answer = await client.GetAsync("/moto-api/", TestContext.Current.CancellationToken);
        return answer.IsSuccessStatusCode;
    }

    private TConfig Configure<TConfig>(TConfig config)
        where TConfig : ClientConfig
    {
        config.ServiceURL = Url;
        config.AuthenticationRegion = Region;
        return config;
    }
}
