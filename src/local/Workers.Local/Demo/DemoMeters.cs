using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Workers.Local.Demo;

/// <summary>Listens to the fleet's own meters while the demo runs.</summary>
internal sealed class DemoMeters : IDisposable
{
    private const string Latency = "workers.messages.sent_to_handled";
    private const string DuplicatesSuppressed = "workers.effects.duplicates";

    private readonly MeterListener _listener = new();
    private readonly ConcurrentBag<double> _latencies = [];
    private long _duplicates;

    public DemoMeters()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name is Latency or DuplicatesSuppressed)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => _latencies.Add(seconds));
        _listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref _duplicates, count));
        _listener.Start();
    }

    /// <summary>Messages whose effect had happened already.</summary>
    public long Duplicates => Interlocked.Read(ref _duplicates);

    /// <summary>Messages that were handled to the end.</summary>
    public int Handled => _latencies.Count;

    /// <summary>The time from publishing to handled that this share of the messages stayed within.</summary>
    public TimeSpan Percentile(double share)
    {
        var sorted = _latencies.Order().ToList();
        return sorted.Count == 0
            ? TimeSpan.Zero
            : TimeSpan.FromSeconds(sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))]);
    }

    public void Dispose() => _listener.Dispose();
}
