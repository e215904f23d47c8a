using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Workers.Engine;
using Workers.Engine.Health;
using Workers.Engine.Telemetry;
using Workers.Events;

namespace Workers.Tests.Engine;

/// <summary>What the parts of a consumer share in specs: their clock, chance that falls where it is told, and who counts and traces.</summary>
internal sealed class FakeContext(FakeTime time) : IDisposable
{
    public const string Queue = "specs-queue";

    private readonly ActivitySource _tracing = new("Workers.Engine");

    public CountingMeters Counts { get; } = new();

    public ConsumerHealth Health { get; } = new(time);

    public QueueControl Control { get; } = new();

    public ConsumerContext With(QueueConsumerOptions options, double chance = 0.5, ILogger? logger = null, string queue = Queue) => new(
        queue,
        options,
        time,
        new Jitter(new FixedRandom(chance)),
        new ConsumerMetrics(Counts, time, queue),
        _tracing,
        Health,
        Control,
        logger ?? NullLogger.Instance);

    public void Dispose()
    {
        Counts.Dispose();
        _tracing.Dispose();
    }
}
