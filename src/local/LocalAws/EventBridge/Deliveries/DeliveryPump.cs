using System.Threading.Channels;
using LocalAws.EventBridge.Buses;
using LocalAws.EventBridge.Data;

namespace LocalAws.EventBridge.Deliveries;

/// <summary>
/// Delivers in the background, one delivery after the other in the order in which they came. What fails and may be tried again
/// waits aside, so that it holds nobody up; so does what is held back.
/// </summary>
internal sealed class DeliveryPump : IAsyncDisposable
{
    private const int Capacity = 10_000;

    // Null only wakes the pump, to look at what waits.
    private readonly Channel<Delivery?> _arriving = Channel.CreateBounded<Delivery?>(Capacity);
    private readonly DeliveriesUnderWay _underWay = new();
    private readonly WaitingDeliveries _waiting;
    private readonly Courier _courier;
    private readonly TimeProvider _time;
    private readonly Task _pumping;

    public DeliveryPump(IEventTarget targets, EventRouter router, Regions regions, DeliveryLog log, TimeProvider time)
    {
        _time = time;

        // When there is no room for a wake-up, the pump is awake.
        _waiting = new WaitingDeliveries(_underWay, time, () => _arriving.Writer.TryWrite(null));
        _courier = new Courier(targets, router, regions, _underWay, _waiting, log, time);
        _pumping = Task.Run(PumpAsync);
    }

    /// <summary>Keeps every delivery where it is.</summary>
    public Lock Gate => _underWay.Gate;

    /// <summary>Hands a delivery over; waits while too many are under way.</summary>
    public async ValueTask EnqueueAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var taken = _underWay.Add(delivery);
        try
        {
            await _arriving.Writer.WriteAsync(taken, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _underWay.Settle(taken);
            throw;
        }
    }

    /// <summary>What is to be saved.</summary>
    public IReadOnlyList<DeliveryState> Save() => _underWay.Save();

    /// <summary>Goes on with saved deliveries: those that wait are tried when they would have been, the others now.</summary>
    public void Resume(IReadOnlyList<DeliveryState> saved)
    {
        foreach (var one in saved)
        {
            var delivery = _underWay.Add(one.Restore());
            _waiting.Add(delivery, one.Due ?? _time.GetUtcNow() + delivery.Delay);
        }

        _arriving.Writer.TryWrite(null);
    }

    /// <summary>Drops all that is under way.</summary>
    public void Clear()
    {
        while (_arriving.Reader.TryRead(out _))
        {
        }

        _waiting.Clear();
        _courier.Clear();
        _underWay.Clear();
    }

    /// <summary>Delivers what has been handed over, and drops what waits to be tried again.</summary>
    public async ValueTask DisposeAsync()
    {
        _arriving.Writer.TryComplete();
        await _pumping;
        await _courier.DisposeAsync();
        _waiting.Dispose();
    }

    private async Task PumpAsync()
    {
        try
        {
            await foreach (var arrived in _arriving.Reader.ReadAllAsync())
            {
                Deliver(arrived);
            }
        }
        catch (Exception exception)
        {
            // A defect. Callers are told, instead of waiting for a pump that is gone.
            _arriving.Writer.TryComplete(exception);
            throw;
        }
    }

    private void Deliver(Delivery? arrived)
    {
        if (arrived is { Delay: var delay } && delay > TimeSpan.Zero)
        {
            _waiting.Add(arrived, _time.GetUtcNow() + delay);
        }
        else if (arrived is not null)
        {
            _courier.Deliver(arrived);
        }

        while (_waiting.TakeDue() is { } due)
        {
            _courier.Deliver(due);
        }
    }
}
