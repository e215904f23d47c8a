using System.Collections.Concurrent;
using LocalAws.EventBridge.Data;

namespace LocalAws.EventBridge.Deliveries;

/// <summary>Every delivery from when it is taken on until it is settled, wherever it waits meanwhile.</summary>
internal sealed class DeliveriesUnderWay
{
    private readonly ConcurrentDictionary<long, (Delivery Delivery, DateTimeOffset? Due)> _deliveries = new();
    private long _last;

    /// <summary>Held by whoever tries or settles a delivery, so that nothing is between here and its target.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Takes a delivery on, under a number of its own.</summary>
    public Delivery Add(Delivery delivery)
    {
        var numbered = delivery with { Number = Interlocked.Increment(ref _last) };
        _deliveries[numbered.Number] = (numbered, null);
        return numbered;
    }

    /// <summary>Notes that it waits to be tried.</summary>
    public void Wait(Delivery delivery, DateTimeOffset due) => _deliveries[delivery.Number] = (delivery, due);

    /// <summary>Notes that nothing more is to be done for it.</summary>
    public void Settle(Delivery delivery) => _deliveries.TryRemove(delivery.Number, out _);

    public void Clear() => _deliveries.Clear();

    /// <summary>What is to be saved.</summary>
    public IReadOnlyList<DeliveryState> Save() =>
        [.. _deliveries.OrderBy(one => one.Key).Select(one => DeliveryState.Of(one.Value.Delivery, one.Value.Due))];
}
