using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Workers.Effects.Telemetry;

namespace Workers.Effects.Beats;

/// <summary>Sums up what the engine and the effects library measure in this host; of other hosts in the process it hears nothing.</summary>
internal sealed class HostFigures : IDisposable
{
    private static readonly string[] Instruments =
    [
        Names.HandlerDuration, Names.PublishedToHandled, Names.Settled, Names.InFlight, Names.OldestMessage, Names.Duplicates,
        Names.Requests, Names.WriteUnits,
    ];

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, HandlerTally> _handlers = [];
    private readonly ConcurrentDictionary<string, QueueTally> _queues = [];
    private readonly TimeProvider _time;

    public HostFigures(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters)
                && instrument.Meter.Name is Names.Engine or Names.Effects
                && Instruments.Contains(instrument.Name))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measured(instrument.Name, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Counted(instrument.Name, value, tags));
        _listener.SetMeasurementEventCallback<int>((_, value, tags, _) => Queue(Text(tags, Names.Queue)).InFlight = value);
        _listener.Start();
    }

    /// <summary>Asks for what is in flight just now.</summary>
    public void Observe() => _listener.RecordObservableInstruments();

    /// <summary>What is known of a handler.</summary>
    public HandlerTally Handler(string name) => _handlers.GetOrAdd(name, static _ => new());

    /// <summary>What is known of a queue.</summary>
    /// <param name="name">Its name, prefix included.</param>
    public QueueTally Queue(string name) => _queues.GetOrAdd(name, static (_, time) => new(time), _time);

    /// <summary>A beat is over.</summary>
    public void Turn()
    {
        foreach (var handler in _handlers.Values)
        {
            handler.Turn();
        }

        foreach (var queue in _queues.Values)
        {
            queue.Turn();
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Measured(string instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        switch (instrument)
        {
            case Names.HandlerDuration:
                Handler(Text(tags, Names.Handler)).Ended(Text(tags, Names.Outcome), value);
                break;
            case Names.PublishedToHandled:
                Handler(Text(tags, Names.Handler)).Handled(value);
                break;
            case Names.Requests:
                Handler(Text(tags, Names.Handler)).Asked(value);
                break;
            case Names.WriteUnits:
                Handler(Text(tags, Names.Handler)).Wrote(value);
                break;
            case Names.OldestMessage:
                Queue(Text(tags, Names.Queue)).OldestSeconds = Math.Round(value, 1);
                break;
        }
    }

    private void Counted(string instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (instrument == Names.Duplicates)
        {
            Handler(Text(tags, Names.Handler)).Duplicate(value);
        }
        else if (Text(tags, Names.Outcome) is "done" or "rejected" or "ignored" or "redelivered")
        {
            Queue(Text(tags, Names.Queue)).Gone(value);   // all others are in the queue still
        }
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == name)
            {
                return (string)tag.Value!;
            }
        }

        return "";
    }
}
