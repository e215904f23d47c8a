using System.Diagnostics.Metrics;

namespace Workers.Tests;

/// <summary>Adds up what a consumer counts, and keeps what it measures.</summary>
internal sealed class CountingMeters : IMeterFactory
{
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, long> _counts = [];
    private readonly List<Measurement> _measured = [];
    private readonly List<Meter> _meters = [];

    public CountingMeters()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (_meters.Contains(instrument.Meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            Add(instrument.Name, value);
            foreach (var tag in tags)
            {
                Add($"{instrument.Name}/{tag.Value}", value);
            }
        });
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => _measured.Add(new(instrument.Name, value, tags)));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => _measured.Add(new(instrument.Name, value, tags)));
        _listener.Start();
    }

    /// <summary>What an instrument measured, in order; where a value of an attribute is named, only with that.</summary>
    public List<double> Measured(string name, string? attribute = null) =>
    [
        .. _measured
            .Where(measurement => measurement.Name == name && (attribute is null || measurement.Attributes.Contains(attribute)))
            .Select(measurement => measurement.Value),
    ];

    /// <summary>Asks for the state of the consumer.</summary>
    public void Observe() => _listener.RecordObservableInstruments();

    public long this[string name] => _counts.GetValueOrDefault(name);

    public Meter Create(MeterOptions options)
    {
        var meter = new Meter(options);
        _meters.Add(meter);
        return meter;
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meters.ForEach(meter => meter.Dispose());
    }

    private void Add(string name, long value) => _counts[name] = _counts.GetValueOrDefault(name) + value;

    private sealed record Measurement(string Name, double Value, string[] Attributes)
    {
        public Measurement(string name, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
            : this(name, value, [.. tags.ToArray().Select(tag => $"{tag.Value}")])
        {
        }
    }
}
