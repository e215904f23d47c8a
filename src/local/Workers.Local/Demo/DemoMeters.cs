using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Workers.Local.Demo;

/// <summary>Listens to the fleet's own meters while the demo runs.</summary>
internal sealed class DemoMeters : IDisposable
{
    private const string Latency = "workers.messages.sent_to_handled";
    private const string DuplicatesSuppressed = "workers.effects.duplicates";
    private const string InFlight = "workers.messages.in_flight";
    private const string Queue = "messaging.destination.name";

    private readonly MeterListener _listener = new();
    private readonly ConcurrentBag<double> _latencies = [];
    private readonly ConcurrentDictionary<string, int> _inFlight = [];
    private long _duplicates;

    public DemoMeters()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name is Latency or DuplicatesSuppressed or InFlight)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => _latencies.Add(seconds));
        _listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref _duplicates, count));
        _listener.SetMeasurementEventCallback<int>((_, count, tags, _) => _inFlight[QueueOf(tags)] = count);
        _listener.Start();
    }

    /// <summary>Messages whose effect had happened already.</summary>
    public long Duplicates => Interlocked.Read(ref _duplicates);

    /// <summary>Messages that were handled to the end.</summary>
    public int Handled => _latencies.Count;

    /// <summary>How many messages of a queue handlers have at this moment.</summary>
    public int InFlightOf(string queue)
    {
        _listener.RecordObservableInstruments();
        return _inFlight.GetValueOrDefault(queue);
    }

    /// <summary>The time from publishing to handled that this share of the messages stayed within.</summary>
    public TimeSpan Percentile(double share)
    {
        var sorted = _latencies.Order().ToList();
        return sorted.Count == 0
            ? TimeSpan.Zero
            : TimeSpan.FromSeconds(sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))]);
    }

    public void Dispose() => _listener.Dispose();

    private static string QueueOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (name, value) in tags)
        {
            if (name == Queue)
            {
                return (string)value!;
            }
        }

        return "";
    }
}
