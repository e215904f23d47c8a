using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Effects;
using Workers.Benchmarks.Saga.Watched;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Benchmarks.Saga;

/// <summary>The six workers of one design, a host each, on resources of their own.</summary>
internal sealed class SagaFleet : IAsyncDisposable
{
    private const int MailsPerOrder = 4;
    private const int QuietLooks = 2;

    private readonly EmbeddedAws _aws;
    private readonly BenchmarkFleet _fleet;
    private readonly SeenEvents _seen = new();
    private readonly Dictionary<string, WorkerCalls> _calls =
        SagaDesign.Workers.ToDictionary(worker => worker.Name, _ => new WorkerCalls());
    private readonly List<WebApplication> _hosts = [];
    private readonly List<BenchmarkQueue> _queues = [];

    private IReadOnlyDictionary<string, long> _before = new Dictionary<string, long>();

    private SagaFleet(EmbeddedAws aws, BenchmarkFleet fleet) => (_aws, _fleet) = (aws, fleet);

    public SeenEvents Seen => _seen;

    /// <summary>Makes everything, and starts nothing.</summary>
    public static async Task<SagaFleet> CreateAsync(EmbeddedAws aws, SagaDesign design, CancellationToken cancellationToken)
    {
        var fleet = new SagaFleet(aws, await BenchmarkFleet.CreateAsync(aws, SagaOrder.Products, cancellationToken));
        foreach (var consumption in Topology.Consumptions)
        {
            fleet._queues.Add(await fleet._fleet.QueueAsync(consumption.Queue.Name, cancellationToken));
        }

        var hosts = new WorkerHosts(aws, new Meters());
        fleet._hosts.AddRange(SagaDesign.Workers.Select((worker, number) => hosts.Build(
            Approach.GroupCommit,   // its settings: all as it ships
            builder =>
            {
                new WatchedClients(aws, fleet._calls[worker.Name], fleet._seen).AddTo(builder.Services);
                design.Add(worker, builder);
            },
            fleet._fleet.Prefix,
            number)));
        return fleet;
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _before = await _aws.CallsAsync(cancellationToken);
        await Task.WhenAll(_hosts.Select(host => host.StartAsync(cancellationToken)));
    }

    /// <summary>Puts Order Placed on the bus, as the API does.</summary>
    public Task PlaceAsync(IEnumerable<OrderPlaced> orders, CancellationToken cancellationToken)
    {
        var registry = _hosts[0].Services.GetRequiredService<EventRegistry>();
        return _fleet.PublishAsync(
            orders.Select(order => registry.Compose(
                order, new EventMetadata($"placed-{order.OrderId}", CorrelationId: order.OrderId), order.Timestamp!.Value)),
            cancellationToken);
    }

    /// <summary>Waits until so many orders have completed since the start and no worker has anything left to do.</summary>
    public async Task WhenDoneAsync(int orders, CancellationToken cancellationToken)
    {
        await _seen.WhenSeenAsync(EventNames.OrderCompleted.DetailType, orders, cancellationToken);
        await _seen.WhenSeenAsync(EventNames.NotificationSent.DetailType, orders * MailsPerOrder, cancellationToken);
        for (var look = 0; look < QuietLooks; look++)
        {
            foreach (var queue in _queues)
            {
                await queue.WhenEmptyAsync(cancellationToken);
            }
        }
    }

    /// <summary>Shows the deadlines' consumer at once what it would see a quarter of an hour later, and waits for it.</summary>
    public async Task PassDeadlinesAsync(IEnumerable<string> bodies, CancellationToken cancellationToken)
    {
        var queue = await _fleet.QueueAsync(Topology.OrderDeadlinesQueue, cancellationToken);
        await queue.FillAsync(bodies, cancellationToken);
        await queue.WhenEmptyAsync(cancellationToken);
    }

    /// <summary>What so many orders took since the start.</summary>
    /// <exception cref="InvalidOperationException">The embedded AWS has counted otherwise than the workers' clients.</exception>
    public async Task<SagaCosts> CostsAsync(int orders, CancellationToken cancellationToken)
    {
        var costs = new SagaCosts(orders, _calls.ToDictionary(worker => worker.Key, worker => worker.Value.SoFar()));
        var now = await _aws.CallsAsync(cancellationToken);
        foreach (var operation in costs.Operations("dynamodb"))
        {
            var (clients, server) = (costs.Total(operation), now[operation] - _before.GetValueOrDefault(operation));
            if (clients != server)
            {
                throw new InvalidOperationException($"The clients count {clients} of {operation}, the embedded AWS {server}.");
            }
        }

        return costs;
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_hosts.Select(host => host.StopAsync(CancellationToken.None)));
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        await _fleet.DisposeAsync();
    }
}
