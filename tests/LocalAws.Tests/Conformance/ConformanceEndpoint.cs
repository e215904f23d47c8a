using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.EventBridge;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Amazon.SQS.Model;
using LocalAws.Tests.Conformance;

[assembly: AssemblyFixture(typeof(ConformanceEndpoint))]

namespace LocalAws.Tests.Conformance;

/// <summary>
/// The AWS that conformance is checked on: the one named by <c>AWS_ENDPOINT_URL</c>, else the embedded one, started here in process.
/// What specs make has names of this run and is deleted after it, so an endpoint can be shared. Time there is real: no spec of
/// this folder needs a clock or anything else from inside.
/// </summary>
public sealed class ConformanceEndpoint : IAsyncLifetime
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];
    private readonly List<Func<Task>> _undo = [];
    private LocalAwsServer? _embedded;
    private int _made;

    /// <summary>Whether it is moto, whose known differences are skipped by name.</summary>
    public bool IsMoto { get; private set; }

    /// <summary>This project's SQS client.</summary>
    public IAmazonSQS Sqs { get; private set; } = null!;

    /// <summary>This project's EventBridge client.</summary>
    public IAmazonEventBridge Events { get; private set; } = null!;

    /// <summary>This project's SNS client.</summary>
    public IAmazonSimpleNotificationService Sns { get; private set; } = null!;

    /// <summary>AWS's own DynamoDB client.</summary>
    public IAmazonDynamoDB DynamoDb { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var url = Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL");
        if (string.IsNullOrEmpty(url))
        {
            _embedded = await LocalAwsServer.StartAsync();
            url = _embedded.Endpoint.ToString();
        }
        else
        {
            IsMoto = await AnswersAsMotoAsync(url);
        }

        AWSCredentials? credentials = _embedded is null ? null : new BasicAWSCredentials("test", "test");
        Sqs = new AmazonSQSClient(credentials, Configure(new AmazonSQSConfig(), url));
        Events = new AmazonEventBridgeClient(credentials, Configure(new AmazonEventBridgeConfig(), url));
        Sns = new AmazonSimpleNotificationServiceClient(credentials, Configure(new AmazonSimpleNotificationServiceConfig(), url));
        DynamoDb = new AmazonDynamoDBClient(credentials, Configure(new AmazonDynamoDBConfig(), url));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var undo in Enumerable.Reverse(_undo))
        {
            await undo();
        }

        Sqs.Dispose();
        Events.Dispose();
        Sns.Dispose();
        DynamoDb.Dispose();
        if (_embedded is not null)
        {
            await _embedded.DisposeAsync();
        }
    }

    /// <summary>A name that nothing else has.</summary>
    public string Name(string what) => $"conformance-{_run}-{what}-{Interlocked.Increment(ref _made)}";

    /// <summary>Says how to take back, after the run, what a spec made.</summary>
    public void After(Func<Task> undo)
    {
        lock (_undo)
        {
            _undo.Add(undo);
        }
    }

    /// <summary>Makes a queue and returns its URL.</summary>
    public async Task<string> CreateQueueAsync(Dictionary<string, string>? attributes = null)
    {
        var request = new CreateQueueRequest(Name("queue")) { Attributes = attributes };
        var url = (await Sqs.CreateQueueAsync(request, TestContext.Current.CancellationToken)).QueueUrl;
        After(() => Sqs.DeleteQueueAsync(url, CancellationToken.None));
        return url;
    }

    /// <summary>A queue's ARN.</summary>
    public async Task<string> ArnOfQueueAsync(string url) => (await Sqs.GetQueueAttributesAsync(
        url, ["QueueArn"], TestContext.Current.CancellationToken)).Attributes["QueueArn"];

    /// <summary>Makes a table with a string partition key <c>pk</c> and a numeric sort key <c>sk</c>, and returns its name.</summary>
    /// <param name="change">What else the table is to have.</param>
    public async Task<string> CreateTableAsync(Action<CreateTableRequest>? change = null)
    {
        var request = new CreateTableRequest
        {
            TableName = Name("table"),
            BillingMode = BillingMode.PAY_PER_REQUEST,
            KeySchema = [new("pk", KeyType.HASH), new("sk", KeyType.RANGE)],
            AttributeDefinitions = [new("pk", ScalarAttributeType.S), new("sk", ScalarAttributeType.N)],
        };
        change?.Invoke(request);
        await DynamoDb.CreateTableAsync(request, TestContext.Current.CancellationToken);
        After(() => DynamoDb.DeleteTableAsync(request.TableName, CancellationToken.None));
        while ((await DynamoDb.DescribeTableAsync(request.TableName, TestContext.Current.CancellationToken)).Table.TableStatus
            != TableStatus.ACTIVE)
        {
            await Task.Yield();
        }

        return request.TableName;
    }

    private static TConfig Configure<TConfig>(TConfig config, string url)
        where TConfig : ClientConfig
    {
        config.ServiceURL = url;
        config.AuthenticationRegion = Environment.GetEnvironmentVariable("AWS_REGION") ?? "us-east-1";
        config.MaxErrorRetry = 0;
        return config;
    }

    private static async Task<bool> AnswersAsMotoAsync(string url)
    {
        using var client = new HttpClient { BaseAddress = new(url) };
        using var answer = await client.GetAsync("/moto-api/", TestContext.Current.CancellationToken);
        return answer.IsSuccessStatusCode;
    }
}
