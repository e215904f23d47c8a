using Amazon.SQS.Model;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Operations;
using Workers.Operations.Fleet;
using Workers.Operations.Status;

namespace Workers.Console.Watching;

/// <summary>Looks at the instances and at every queue, and keeps an hour of what it saw.</summary>
internal sealed class FleetWatch(FleetAccess fleet, IOptions<ConsoleOptions> options, TimeProvider time, ILogger<FleetWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Lookout _lookout = new("The fleet", time, logger);
    private readonly LinkedList<Observation> _seen = [];
    private readonly Dictionary<string, string> _urls = [];

    /// <summary>What went wrong with the last look; null where nothing did.</summary>
    public string? Problem => _lookout.Problem;

    /// <summary>What was seen during the last hour, oldest first; says that somebody looks, and waits for the first look.</summary>
    public async Task<IReadOnlyList<Observation>> SeenAsync(CancellationToken cancellationToken)
    {
        _lookout.Come();
        await _lookout.First.WaitAsync(cancellationToken);
        lock (_lock)
        {
            return [.. _seen];
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        _lookout.RunAsync(LookAsync, options.Value.Interval, options.Value.IdleInterval, stoppingToken);

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var observation = await ObserveAsync(cancellationToken);
        lock (_lock)
        {
            _seen.AddLast(observation);
            while (observation.At - _seen.First!.Value.At > Memory)
            {
                _seen.RemoveFirst();
            }
        }
    }

    private async Task<Observation> ObserveAsync(CancellationToken cancellationToken)
    {
        var view = FleetView.ReadAsync(fleet, cancellationToken);
        var counts = await Task.WhenAll(
            Topology.Queues.Select(async queue => (queue.Name, Counts: await CountAsync(queue.Name, cancellationToken))));
        var (_, instances, asked) = await view;
        return new(
            time.GetUtcNow(),
            instances,
            asked,
            counts.Where(queue => queue.Counts is not null).ToDictionary(queue => queue.Name, queue => queue.Counts!));
    }

    private async Task<QueueCounts?> CountAsync(string queue, CancellationToken cancellationToken)
    {
        try
        {
            return await fleet.CountAsync(await UrlAsync(queue, cancellationToken), cancellationToken);
        }
        catch (QueueDoesNotExistException)
        {
            return null;
        }
    }

    private async Task<string> UrlAsync(string queue, CancellationToken cancellationToken)
    {
        lock (_urls)
        {
            if (_urls.TryGetValue(queue, out var known))
            {
                return known;
            }
        }

        var url = (await fleet.Aws.Sqs.GetQueueUrlAsync(fleet.Naming.NameOf(queue), cancellationToken)).QueueUrl;
        lock (_urls)
        {
            return _urls[queue] = url;
        }
    }

    public override void Dispose()
    {
        _lookout.Dispose();
        base.Dispose();
    }
}
