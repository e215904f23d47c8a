using Amazon.SQS.Model;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Events;
using Workers.Operations;
using Workers.Operations.Fleet;
using Workers.Operations.Status;

namespace Workers.Console.Watching;

/// <summary>
/// Looks at the fleet again and again, and keeps an hour of what it saw. One watch serves every page, so that the number of people who
/// look costs nothing. A look that fails leaves the figures as they were, and says since when.
/// </summary>
internal sealed partial class FleetWatch(FleetAccess fleet, IOptions<ConsoleOptions> options, TimeProvider time, ILogger<FleetWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);
    private static readonly TimeSpan SomebodyLooks = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly LinkedList<Observation> _seen = [];
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, string> _urls = [];
    private CancellationTokenSource _wake = new();
    private DateTimeOffset _lookedAt = DateTimeOffset.MinValue;

    /// <summary>What went wrong with the last look; null where nothing did.</summary>
    public string? Problem { get; private set; }

    /// <summary>What was seen during the last hour, oldest first; says that somebody looks, and waits for the first look.</summary>
    public async Task<IReadOnlyList<Observation>> SeenAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var wasIdle = now - _lookedAt > SomebodyLooks;
        _lookedAt = now;
        await _first.Task.WaitAsync(cancellationToken);
        lock (_lock)
        {
            if (wasIdle)
            {
                _wake.Cancel();   // what is shown first may be as old as the idle interval; it says so, and the next is on its way
            }

            return [.. _seen];
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAsync(stoppingToken);
            await PauseAsync(stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var observation = await ObserveAsync(cancellationToken);
            Problem = null;
            Keep(observation);
        }
        catch (Exception exception) when (AwsFailures.Of(exception, cancellationToken) is not null)
        {
            if (Problem is null)
            {
                LogBlind(logger, exception.Message);
            }

            Problem = exception.Message;
            Keep(null);
        }
    }

    private void Keep(Observation? observation)
    {
        lock (_lock)
        {
            if (observation is not null)
            {
                _seen.AddLast(observation);
            }

            while (_seen.First is { } oldest && time.GetUtcNow() - oldest.Value.At > Memory && _seen.Count > 1)
            {
                _seen.RemoveFirst();
            }
        }

        _first.TrySetResult();
    }

    private async Task PauseAsync(CancellationToken stoppingToken)
    {
        CancellationTokenSource wake;
        lock (_lock)
        {
            _wake.Dispose();
            wake = _wake = new();
        }

        var pause = time.GetUtcNow() - _lookedAt > SomebodyLooks ? options.Value.IdleInterval : options.Value.Interval;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, wake.Token);
        await Task.Delay(pause, time, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<Observation> ObserveAsync(CancellationToken cancellationToken)
    {
        var view = FleetView.ReadAsync(fleet, cancellationToken);
        var counts = await Task.WhenAll(Topology.Queues.Select(async queue => (queue.Name, Counts: await CountAsync(queue.Name, cancellationToken))));
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
        _wake.Dispose();
        base.Dispose();
    }

    [LoggerMessage(LogLevel.Warning, "The fleet cannot be looked at, and pages show what was seen before: {Reason}")]
    private static partial void LogBlind(ILogger logger, string reason);
}
