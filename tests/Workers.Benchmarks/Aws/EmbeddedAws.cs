using System.Net.Http.Json;
using Amazon.Runtime;
using Amazon.SQS;
using Workers.Benchmarks.Children;

namespace Workers.Benchmarks.Aws;

/// <summary>The embedded AWS in a process of its own, so that what it costs is not counted as ours.</summary>
internal sealed class EmbeddedAws : IDisposable
{
    private readonly ChildProcess _process;
    private readonly HttpClient _http;

    private EmbeddedAws(ChildProcess process, Uri endpoint)
    {
        _process = process;
        _http = new HttpClient { BaseAddress = endpoint };
        Endpoint = endpoint;
        Sqs = new WatchedSqs(Config(endpoint));
    }

    public Uri Endpoint { get; }

    /// <summary>The processor time that it has used so far, on all cores together.</summary>
    public TimeSpan CpuTime => _process.CpuTime;

    /// <summary>The client that whatever is compared shares.</summary>
    public WatchedSqs Sqs { get; }

    /// <summary>Starts it on a free port.</summary>
    /// <param name="cancellationToken">Ends the wait for it.</param>
    /// <param name="arguments">More of its command line.</param>
    public static async Task<EmbeddedAws> StartAsync(CancellationToken cancellationToken, params IEnumerable<string> arguments)
    {
        var process = ChildProcess.StartAssembly("LocalAws", ["--port", "0", .. arguments]);
        var welcome = await process.ReadLineAsync(cancellationToken);
        var endpoint = welcome.Split(' ').First(word => word.StartsWith("http", StringComparison.Ordinal));
        return new(process, new Uri(endpoint));
    }

    /// <summary>A client's settings, as the fleet's own clients have them.</summary>
    public static AmazonSQSConfig Config(Uri endpoint) => Config<AmazonSQSConfig>(endpoint);

    /// <summary>The same for another service's client.</summary>
    public static TConfig Config<TConfig>(Uri endpoint)
        where TConfig : ClientConfig, new() =>
        new()
        {
            ServiceURL = endpoint.ToString(),
            AuthenticationRegion = "us-east-1",
            DefaultAWSCredentials = new BasicAWSCredentials("local", "local"),
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = 3,
            Timeout = TimeSpan.FromSeconds(30),
            DisableLogging = true,
        };

    /// <summary>Starts to count the calls that consuming makes.</summary>
    public async Task<ConsumerCalls> CountAsync(CancellationToken cancellationToken) =>
        new(await CallsAsync(cancellationToken), CallsAsync);

    /// <summary>The calls so far by <c>service.Operation</c>, retries included.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CallsAsync(CancellationToken cancellationToken) =>
        (await _http.GetFromJsonAsync<Dictionary<string, long>>("_local/calls", cancellationToken))!;

    /// <summary>Has each of these operations, and no other, begin so much later from now on.</summary>
    public async Task DelayAsync(IEnumerable<string> operations, int milliseconds, CancellationToken cancellationToken)
    {
        var rules = operations.Select(operation => new { operation, fault = "latency", delayMs = milliseconds });
        using var response = await _http.PostAsJsonAsync("_local/faults", new { seed = 1, rules }, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public void Dispose()
    {
        Sqs.Dispose();
        _http.Dispose();
        _process.Dispose();
    }
}
