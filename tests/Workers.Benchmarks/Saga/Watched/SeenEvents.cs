using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Amazon.EventBridge.Model;
using Workers.Contracts;

namespace Workers.Benchmarks.Saga.Watched;

/// <summary>What the workers have published: how many of each, and when each order came to which stage.</summary>
internal sealed class SeenEvents
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    private readonly ConcurrentDictionary<string, int> _counts = [];
    private readonly ConcurrentDictionary<(string DetailType, string OrderId), long> _times = [];

    /// <summary>Notes entries that EventBridge has just taken.</summary>
    public void Note(IReadOnlyList<PutEventsRequestEntry> taken)
    {
        var now = Stopwatch.GetTimestamp();
        foreach (var entry in taken)
        {
            using var detail = JsonDocument.Parse(entry.Detail);
            if (detail.RootElement.TryGetProperty("orderId", out var orderId))
            {
                _times.TryAdd((entry.DetailType, orderId.GetString()!), now);
            }

            _counts.AddOrUpdate(entry.DetailType, 1, (_, count) => count + 1);
        }
    }

    /// <summary>When an order's event was taken, as <see cref="Stopwatch"/> tells time.</summary>
    public long TimeOf(string detailType, string orderId) => _times[(detailType, orderId)];

    /// <summary>Waits until there are so many of them.</summary>
    /// <exception cref="InvalidOperationException">An order failed: all of them are meant to complete.</exception>
    public async Task WhenSeenAsync(string detailType, int count, CancellationToken cancellationToken)
    {
        while (_counts.GetValueOrDefault(detailType) < count)
        {
            if (_counts.ContainsKey(EventNames.OrderFailed.DetailType))
            {
                throw new InvalidOperationException("An order failed that should have completed.");
            }

            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        }
    }
}
