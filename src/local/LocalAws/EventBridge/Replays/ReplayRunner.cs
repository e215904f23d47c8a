using LocalAws.EventBridge.Archives;
using LocalAws.EventBridge.Buses;
using LocalAws.EventBridge.Deliveries;

namespace LocalAws.EventBridge.Replays;

/// <summary>Puts the events of replays on their way, in the background.</summary>
internal sealed class ReplayRunner(Regions regions, EventRouter router, DeliveryPump pump, TimeProvider time) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _lock = new();
    private readonly List<Task> _runs = [];

    /// <summary>Starts a run. It ends early when the replay is cancelled or forgotten, or the server stops.</summary>
    /// <param name="replay">The replay.</param>
    /// <param name="bus">Where its events go.</param>
    /// <param name="events">Its events, with the times in them.</param>
    public void Start(Replay replay, BusAddress bus, IReadOnlyList<(DateTimeOffset Time, ArchivedEvent Event)> events)
    {
        lock (_lock)
        {
            _runs.RemoveAll(run => run.IsCompletedSuccessfully);
            _runs.Add(RunAsync(replay, bus, events));
        }
    }

    /// <summary>Goes on with the replays that were not over when they were saved.</summary>
    public void Resume()
    {
        foreach (var region in regions.All)
        {
            foreach (var replay in region.Replays.Items.Where(one => one.CancelledAt is null && one.Progress.Remaining > 0))
            {
                var events = ReplayedEvents.Last(replay.Request, replay.StartedAt, replay.Progress.Remaining, region.Archives);
                Start(replay, BusAddress.Of(replay.Request.Destination!.Arn!, region.Name), events);
            }
        }
    }

    /// <summary>Ends all runs where they are.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_runs);
        _stopping.Dispose();
    }

    private async Task RunAsync(Replay replay, BusAddress bus, IReadOnlyList<(DateTimeOffset Time, ArchivedEvent Event)> events)
    {
        try
        {
            await StartingAsync(replay);
            foreach (var (eventTime, archived) in events)
            {
                if (!IsWanted(replay, bus.Region))
                {
                    return;
                }

                await ReplayAsync(archived, replay, bus);
                replay.Progress.Advance(eventTime, time.GetUtcNow());
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops; the replay goes with it.
        }
    }

    private async Task StartingAsync(Replay replay)
    {
        if (replay.StartedAt + Replay.Starting - time.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left, time, _stopping.Token);
        }
        else
        {
            await Task.Yield();
        }
    }

    private async Task ReplayAsync(ArchivedEvent archived, Replay replay, BusAddress bus)
    {
        List<Delivery> deliveries = [];
        var @event = ReplayedEvents.Make(archived, replay.Name, time.GetUtcNow());
        router.Route(@event, bus, hops: 0, deliveries);
        foreach (var delivery in deliveries.Where(delivery => Reaches(replay, delivery)))
        {
            await pump.EnqueueAsync(delivery, _stopping.Token);
        }
    }

    private static bool Reaches(Replay replay, Delivery delivery) =>
        replay.Request.Destination!.FilterArns is not { Count: > 0 } rules || rules.Contains(delivery.Rule.Arn);

    // Cancelled, or forgotten by a reset since it started.
    private bool IsWanted(Replay replay, string region) =>
        regions[region].Replays.Find(replay.Name) is { CancelledAt: null } known && known.Progress == replay.Progress;
}
