using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.SQS;
using Microsoft.Extensions.Time.Testing;

namespace LocalAws.Tests.Data;

/// <summary>A server that keeps its state in a directory of its own, on a clock that the spec moves on, and that can be started again.</summary>
public abstract class DataSpec : IAsyncLifetime
{
    private protected const string Role = "arn:aws:iam::000000000000:role/r";

    private readonly HttpClient _client = new();
    private readonly List<IDisposable> _sdkClients = [];

    private protected DirectoryInfo Directory { get; } = System.IO.Directory.CreateTempSubdirectory("local-aws-");

    private protected FakeTimeProvider Time { get; } = new(Clock.Start);

    private protected RecordingLogger Logger { get; } = new();

    private protected LocalAwsServer Server { get; private set; } = null!;

    private protected IAmazonDynamoDB Dynamo { get; private set; } = null!;

    private protected IAmazonSQS Sqs { get; private set; } = null!;

    private protected string Snapshot => Path.Combine(Directory.FullName, "snapshot.json");

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Use(await StartAsync(Directory.FullName));

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Server.DisposeAsync();
        _client.Dispose();
        _sdkClients.ForEach(client => client.Dispose());
        Directory.Delete(recursive: true);
    }

    /// <summary>Stops the server, lets time go by, and starts another one on the same directory.</summary>
    private protected async Task RestartAsync(TimeSpan down = default)
    {
        await Server.DisposeAsync();
        Time.Advance(down);
        Use(await StartAsync(Directory.FullName));
    }

    /// <summary>Starts another server on what the directory held at a moment, as if this one had been killed then.</summary>
    private protected async Task RestartFromAsync(byte[] snapshot)
    {
        await Server.DisposeAsync();
        await File.WriteAllBytesAsync(Snapshot, snapshot, Cancellation);
        Use(await StartAsync(Directory.FullName));
    }

    /// <summary>Lets the time between two snapshots go by, and returns once there is one.</summary>
    private protected async Task<byte[]> SnapshotAsync()
    {
        var saved = Logger.NextAsync("Saved", Cancellation);
        Time.Advance(LocalAws.Data.DataDirectory.Interval);
        await saved;
        return await File.ReadAllBytesAsync(Snapshot, Cancellation);
    }

    private protected Task<LocalAwsServer> StartAsync(string directory) => LocalAwsServer.StartAsync(
        new LocalAwsOptions { Port = 0, DataDirectory = directory, TimeProvider = Time, Logger = Logger }, Cancellation);

    /// <summary>Calls an operation that no package here has a client for.</summary>
    private protected async Task<JsonNode> CallAsync(string target, object request, string region = "us-east-1")
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, Server.Endpoint)
        {
            Content = new StringContent(JsonSerializer.Serialize(request), Encoding.UTF8),
        };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        message.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=test/20260115/{region}/x/aws4_request, SignedHeaders=host, Signature=0");
        message.Headers.Add("X-Amz-Target", target);
        using var response = await _client.SendAsync(message, Cancellation);
        var body = await response.Content.ReadAsStringAsync(Cancellation);
        return response.IsSuccessStatusCode ? JsonNode.Parse(body)! : throw new InvalidOperationException(body);
    }

    /// <summary>Asks until the answer is one.</summary>
    private protected static async Task<T> UntilAsync<T>(Func<Task<T?>> ask)
        where T : class
    {
        while (true)
        {
            if (await ask() is { } answer)
            {
                return answer;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancellation);
        }
    }

    private void Use(LocalAwsServer server)
    {
        var (credentials, url) = (new BasicAWSCredentials("test", "test"), server.Endpoint.ToString());
        Server = server;
        Dynamo = new AmazonDynamoDBClient(credentials, new AmazonDynamoDBConfig { ServiceURL = url, AuthenticationRegion = "us-east-1" });
        Sqs = new AmazonSQSClient(credentials, new AmazonSQSConfig { ServiceURL = url, AuthenticationRegion = "us-east-1" });
        _sdkClients.AddRange([Dynamo, Sqs]);
    }
}
