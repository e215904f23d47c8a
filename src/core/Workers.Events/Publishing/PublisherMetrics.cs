using System.Diagnostics.Metrics;
using Workers.Events.Telemetry;

namespace Workers.Events.Publishing;

/// <summary>What is measured of publishing to one bus. Nothing is computed for an instrument that nobody listens to.</summary>
internal sealed class PublisherMetrics
{
    // OpenTelemetry's advice for durations of messaging: its SDKs' own bounds are meant for milliseconds.
    private static readonly InstrumentAdvice<double> Seconds =
        new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10] };

    private readonly KeyValuePair<string, object?>[] _bus;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _published;
    private readonly Counter<long> _failed;

    public PublisherMetrics(IMeterFactory meters, string bus)
    {
        _bus = [new(Names.MessagingSystem, Names.AwsEventBridge), new(Names.Bus, bus)];
        var meter = meters.Create(Names.Events);
        _duration = meter.CreateHistogram(Names.CallDuration, "s", "Duration of a call of PutEvents.", tags: null, advice: Seconds);
        _published = meter.CreateCounter<long>(Names.Published, "{event}", "Events that EventBridge took.");
        _failed = meter.CreateCounter<long>(Names.Failed, "{event}", "Events that were given up: EventBridge took them at no try.");
    }

    /// <summary>PutEvents was called; <paramref name="error"/> says how the call failed, if it did.</summary>
    public void Called(TimeSpan duration, string? error)
    {
        if (_duration.Enabled)
        {
            KeyValuePair<string, object?>[] tags = [.. _bus, new(Names.Operation, Names.Publish), .. Error(error)];
            _duration.Record(duration.TotalSeconds, tags);
        }
    }

    /// <summary>EventBridge took so many events.</summary>
    public void Published(int events) => _published.Add(events, _bus);

    /// <summary>Somebody who wanted to publish an event hears that it was not taken.</summary>
    public void Failed(string error)
    {
        if (_failed.Enabled)
        {
            KeyValuePair<string, object?>[] tags = [.. _bus, .. Error(error)];
            _failed.Add(1, tags);
        }
    }

    private static KeyValuePair<string, object?>[] Error(string? error) => error is null ? [] : [new(Names.Error, error)];
}
