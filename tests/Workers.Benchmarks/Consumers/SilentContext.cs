using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Workers.Engine;
using Workers.Engine.Health;
using Workers.Engine.Telemetry;
using Workers.Events;

namespace Workers.Benchmarks.Consumers;

/// <summary>What the engine's parts share, without logging and with meters that nobody reads.</summary>
internal static class SilentContext
{
    public static ConsumerContext Of(IServiceProvider services) => new(
        "silent",
        new QueueConsumerOptions(),
        TimeProvider.System,
        new Jitter(new Random(1)),
        new ConsumerMetrics(services.GetRequiredService<IMeterFactory>(), TimeProvider.System, "silent"),
        new ActivitySource("Workers.Engine"),
        new ConsumerHealth(TimeProvider.System),
        new QueueControl(),
        NullLogger.Instance);
}
