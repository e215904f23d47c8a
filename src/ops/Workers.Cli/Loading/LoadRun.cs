using System.Collections.Concurrent;
using Workers.Events.Publishing;
using Workers.Operations.Timing;

namespace Workers.Cli.Loading;

/// <summary>
/// Publishes orders at a rate, whatever the answers take, and follows each to its end in the reservations table. Cancelling it
/// stops both; what was published until then is told as it is.
/// </summary>
internal sealed class LoadRun(OrderSource source, IEventPublisher publisher, RowReader states, LoadPlan plan, TimeProvider time)
{
    private const int CallSize = 10;
    private const int MaxCalls = 32;
    private const int MostPerLook = 5 * RowReader.BatchSize;   // looking must not be a load of its own
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentQueue<LoadOrder> _taken = new();
    private readonly List<LoadOrder> _orders = [];
    private int _decided;

    /// <summary>Runs to the end of the last order, of patience, or of the command.</summary>
    public async Task<LoadAnswer> RunAsync(Action<double> onProgress, CancellationToken cancellationToken)
    {
        using var published = new CancellationTokenSource();
        var following = FollowAsync(onProgress, published.Token, cancellationToken);
        var begun = time.GetTimestamp();
        await PublishAsync(cancellationToken);
        var publishing = time.GetElapsedTime(begun);
        await published.CancelAsync();
        await following;
        return LoadAnswer.Of(plan, _orders, publishing, cancellationToken.IsCancellationRequested);
    }

    private async Task PublishAsync(CancellationToken cancellationToken)
    {
        var pace = new Pace(plan.Rate, time);
        using var places = new SemaphoreSlim(MaxCalls);
        var calls = new List<Task>();
        var size = Math.Clamp(plan.Rate / 20, 1, CallSize);   // about twenty calls a second, or as many as ten each need
        while (_orders.Count < plan.Orders && !cancellationToken.IsCancellationRequested)
        {
            var orders = Enumerable.Range(_orders.Count, Math.Min(size, plan.Orders - _orders.Count)).Select(source.Order).ToList();
            orders.ForEach(order => order.Due = time.GetTimestamp());
            _orders.AddRange(orders);
            await places.WaitAsync(CancellationToken.None);
            calls.RemoveAll(call => call.IsCompletedSuccessfully);
            calls.Add(PutAsync(orders, places));
            await pace.AfterAsync(orders.Count, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(calls);
    }

    private async Task PutAsync(List<LoadOrder> orders, SemaphoreSlim places)
    {
        try
        {
            var events = orders.ConvertAll(order => source.Compose(order.Placed));
            var refused = await RefusedAsync(events);
            foreach (var (order, outgoing) in orders.Zip(events).Where(pair => !refused.Contains(pair.Second.EventId)))
            {
                order.Publishing = time.GetElapsedTime(order.Due);
                _taken.Enqueue(order);
            }
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<HashSet<string>> RefusedAsync(IReadOnlyList<OutgoingEvent> events)
    {
        try
        {
            await publisher.PublishAsync(events, CancellationToken.None);
            return [];
        }
        catch (PublishFailedException failure)
        {
            return [.. failure.NotTaken.Select(outgoing => outgoing.EventId)];
        }
    }

    /// <summary>Looks for ends until all that were taken have one, or until patience ends after the last was published.</summary>
    private async Task FollowAsync(Action<double> onProgress, CancellationToken published, CancellationToken cancellationToken)
    {
        long? since = null;
        while (!cancellationToken.IsCancellationRequested)
        {
            since ??= published.IsCancellationRequested ? time.GetTimestamp() : null;
            await LookAsync();
            onProgress(_decided);
            if (since is { } begun && (_taken.IsEmpty || time.GetElapsedTime(begun) > plan.Patience))
            {
                return;
            }

            await Task.Delay(LookEvery, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Looks at orders that have no end yet, those first that were not looked at for longest.</summary>
    private async Task LookAsync()
    {
        foreach (var orders in TakeWaiting().Chunk(RowReader.BatchSize))
        {
            var found = await states.ReadAsync(orders.Select(order => order.Placed.OrderId), CancellationToken.None);
            foreach (var order in orders)
            {
                if (!found.TryGetValue(order.Placed.OrderId, out var state))
                {
                    _taken.Enqueue(order);
                    continue;
                }

                (order.State, order.Deciding) = (state.S, time.GetElapsedTime(order.Due));
                _decided++;
            }
        }
    }

    private List<LoadOrder> TakeWaiting()
    {
        var waiting = new List<LoadOrder>();
        for (var count = Math.Min(_taken.Count, MostPerLook); count > 0 && _taken.TryDequeue(out var order); count--)
        {
            waiting.Add(order);
        }

        return waiting;
    }
}
