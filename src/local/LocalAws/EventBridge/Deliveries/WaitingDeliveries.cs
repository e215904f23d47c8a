namespace LocalAws.EventBridge.Deliveries;

/// <summary>Deliveries that failed, until they are due to be tried again.</summary>
internal sealed class WaitingDeliveries : IDisposable
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<Delivery, (DateTimeOffset Due, long Order)> _deliveries = new();
    private readonly DeliveriesUnderWay _underWay;
    private readonly TimeProvider _time;
    private readonly ITimer _alarm;
    private long _order;

    /// <param name="underWay">Told what waits.</param>
    /// <param name="time">The clock.</param>
    /// <param name="wake">Called when the next one is due.</param>
    public WaitingDeliveries(DeliveriesUnderWay underWay, TimeProvider time, Action wake)
    {
        _underWay = underWay;
        _time = time;
        _alarm = time.CreateTimer(_ => wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Add(Delivery delivery, DateTimeOffset due)
    {
        lock (_lock)
        {
            _underWay.Wait(delivery, due);
            _deliveries.Enqueue(delivery, (due, _order++));
            SetAlarm();
        }
    }

    /// <summary>Takes one that is due; null when none is.</summary>
    public Delivery? TakeDue()
    {
        lock (_lock)
        {
            if (!_deliveries.TryPeek(out _, out var next) || next.Due > _time.GetUtcNow())
            {
                return null;
            }

            var delivery = _deliveries.Dequeue();
            SetAlarm();
            return delivery;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _deliveries.Clear();
        }
    }

    public void Dispose() => _alarm.Dispose();

    private void SetAlarm()
    {
        if (_deliveries.TryPeek(out _, out var next))
        {
            var wait = next.Due - _time.GetUtcNow();
            _alarm.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
