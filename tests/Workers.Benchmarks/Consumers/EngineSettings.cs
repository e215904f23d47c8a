namespace Workers.Benchmarks.Consumers;

/// <summary>What a measurement sets of the engine's options; the rest is as it ships.</summary>
internal sealed record EngineSettings
{
    public int MaxInFlight { get; init; } = 100;

    /// <summary>Short where a measurement stops the consumer: its drain waits for open polls.</summary>
    public TimeSpan WaitTime { get; init; } = TimeSpan.FromSeconds(2);

    public TimeSpan DrainLimit { get; init; } = TimeSpan.FromSeconds(25);
}
