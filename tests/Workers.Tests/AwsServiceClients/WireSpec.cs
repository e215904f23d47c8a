using System.Text.Json.Nodes;
using Amazon.EventBridge;
using Amazon.Runtime;
using Amazon.StepFunctions;

namespace Workers.Tests.AwsServiceClients;

/// <summary>Clients, and the service's end of the wire.</summary>
public abstract class WireSpec : IAsyncLifetime
{
    private readonly List<IDisposable> _clients = [];

    private protected StubService Service { get; private set; } = null!;

    private protected AmazonEventBridgeClient Events { get; private set; } = null!;

    private protected AmazonStepFunctionsClient StepFunctions { get; private set; } = null!;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected static BasicAWSCredentials Credentials { get; } = new("AKIDEXAMPLE", "secret");

    public async ValueTask InitializeAsync()
    {
        Service = await StubService.StartAsync(Cancellation);
        Events = Use(new AmazonEventBridgeClient(Credentials, Configure(new AmazonEventBridgeConfig())));
        StepFunctions = Use(new AmazonStepFunctionsClient(Credentials, Configure(new AmazonStepFunctionsConfig())));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _clients.ForEach(client => client.Dispose());
        await Service.DisposeAsync();
    }

    private protected T Use<T>(T client)
        where T : IDisposable
    {
        _clients.Add(client);
        return client;
    }

    private protected T Configure<T>(T config, int retries = 0)
        where T : ClientConfig
    {
        config.ServiceURL = Service.Url;
        config.AuthenticationRegion = "eu-west-1";
        config.MaxErrorRetry = retries;
        return config;
    }

    private protected static void AssertSameJson(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"Expected {expected}, but it was {actual?.ToJsonString()}.");
}
