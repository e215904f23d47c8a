using System.Net;
using LocalAws.Data;
using LocalAws.DynamoDb;
using LocalAws.EventBridge;
using LocalAws.Faults;
using LocalAws.Http;
using LocalAws.Sns;
using LocalAws.Sqs;
using LocalAws.StepFunctions;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LocalAws;

/// <summary>
/// SQS, SNS, EventBridge, DynamoDB and Step Functions over HTTP on one port, in memory, or kept in a directory. A development and test
/// tool: signatures are not checked.
/// </summary>
public sealed class LocalAwsServer : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(1);

    // A busy test machine stalls clients for seconds; one that sends nothing for this long is gone, or means to hold the connection.
    private static readonly TimeSpan SlowestBody = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stopping = new();
    private readonly OperationTable _operations;
    private readonly HttpFront _front;
    private readonly KestrelServer _kestrel;
    private readonly DataDirectory? _data;

    private LocalAwsServer(LocalAwsOptions options)
    {
        var sqs = new SqsService(options);
        var calls = new ServiceCalls(options.TimeProvider);
        var states = new StepFunctionsService(options, calls);
        var sns = new SnsService(options, new TopicQueues(sqs));
        var targets = new EventTargets(new QueueTarget(sqs), new TopicTarget(sns), new StateMachineTarget(states));
        var events = new EventBridgeService(options, targets);
        var dynamoDb = new DynamoDbService(options);
        _operations = new OperationTable(new Dictionary<string, IAwsService>
        {
            ["states"] = states,
            ["sqs"] = sqs,
            ["events"] = events,
            ["dynamodb"] = dynamoDb,
            ["dynamodbstreams"] = dynamoDb.Streams,
            ["sns"] = sns,
            ["sts"] = new StsService(),
        });
        Faults = new LocalAwsFaults(_operations.Names);
        calls.Connect(_operations, Faults);
        _front = new HttpFront(
            new JsonEndpoint(_operations, Faults, options.TimeProvider, _stopping.Token),
            new QueryEndpoint(_operations, Faults, options.TimeProvider, _stopping.Token),
            new LocalEndpoint(_operations, Faults, events.Archive, events.Deliveries, Address(options.Host)));
        _kestrel = Kestrel(options);
        _data = options.DataDirectory is null ? null : new DataDirectory(
            options,
            [new("events", events), new("sns", sns), new("states", states), new("dynamodb", dynamoDb), new("sqs", sqs)]);
    }

    /// <summary>Where clients connect.</summary>
    public Uri Endpoint { get; private set; } = null!;

    /// <summary>Calls so far by <c>service.Operation</c>, for example <c>sqs.ReceiveMessage</c>.</summary>
    public IReadOnlyDictionary<string, long> Calls => _operations.Calls;

    /// <summary>What goes wrong on purpose; nothing, until told to.</summary>
    public LocalAwsFaults Faults { get; }

    /// <summary>
    /// Whether the last snapshot could not be written, so that the data directory has an older state than the server; after the server
    /// has stopped this tells whether something is lost.
    /// </summary>
    public bool IsDataBehind => _data?.IsBehind == true;

    /// <summary>Starts a server on a free port of loopback, as a test wants it, and returns once it listens.</summary>
    public static Task<LocalAwsServer> StartAsync() =>
        StartAsync(new LocalAwsOptions { Port = 0 }, CancellationToken.None);

    /// <summary>Starts a server and returns once it listens.</summary>
    /// <exception cref="IOException">
    /// The port is taken, the host is not an address of this machine, or the data directory is in use or holds what cannot be loaded.
    /// </exception>
    public static async Task<LocalAwsServer> StartAsync(LocalAwsOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var server = new LocalAwsServer(options);
        try
        {
            await server.ListenAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Forgets everything: queues, topics, buses, tables, state machines, call counts, faults.</summary>
    public void Reset()
    {
        _operations.Reset();
        Faults.Clear();
    }

    /// <summary>Stops listening, and saves the state where it is kept. Long polls still open are answered empty at once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        await _stopping.CancelAsync();
        using var limit = new CancellationTokenSource(StopLimit);
        await _kestrel.StopAsync(limit.Token);
        _kestrel.Dispose();
        if (_data is not null)
        {
            await _data.DisposeAsync();
        }

        foreach (var service in _operations.Services.Values.OfType<IAsyncDisposable>())
        {
            await service.DisposeAsync();
        }

        _stopping.Dispose();
    }

    private static KestrelServer Kestrel(LocalAwsOptions options)
    {
        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        kestrel.Limits.MaxRequestBodySize = RequestBody.LargestBytes;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: SlowestBody);
        kestrel.Listen(Address(options.Host), options.Port, listen => listen.Protocols = HttpProtocols.Http1);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        return new KestrelServer(Options.Create(kestrel), transport, NullLoggerFactory.Instance);
    }

    private static IPAddress Address(string host) => host switch
    {
        "localhost" => IPAddress.Loopback,
        _ when IPAddress.TryParse(host, out var address) => address,
        _ => throw new ArgumentException($"'{host}' is not an IP address; 127.0.0.1 listens on loopback, 0.0.0.0 everywhere."),
    };

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        _data?.Load();
        await _kestrel.StartAsync(_front, cancellationToken);
        _data?.Start();
        Endpoint = new Uri(_kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }
}
