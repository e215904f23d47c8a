using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Workers.Engine.Health;
using Workers.Engine.Telemetry;
using Workers.Events;

namespace Workers.Engine;

/// <summary>What every part of one consumer shares.</summary>
/// <param name="Queue">The queue's name, prefix included.</param>
/// <param name="Options">Validated.</param>
/// <param name="Time">The one clock.</param>
/// <param name="Jitter">The only source of random delays.</param>
/// <param name="Metrics">What is counted.</param>
/// <param name="Tracing">Where spans come from.</param>
/// <param name="Health">What the health checks ask.</param>
/// <param name="Control">Pauses and resumes receiving.</param>
/// <param name="Logger">One category for the whole consumer.</param>
internal sealed record ConsumerContext(
    string Queue,
    QueueConsumerOptions Options,
    TimeProvider Time,
    Jitter Jitter,
    ConsumerMetrics Metrics,
    ActivitySource Tracing,
    ConsumerHealth Health,
    QueueControl Control,
    ILogger Logger);
