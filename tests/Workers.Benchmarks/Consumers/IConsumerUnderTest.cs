using Workers.Benchmarks.Aws;

namespace Workers.Benchmarks.Consumers;

/// <summary>One way to consume a queue.</summary>
internal interface IConsumerUnderTest
{
    string Name { get; }

    /// <summary>Consumes until told to stop; polls that are open then are left to return.</summary>
    Task RunAsync(BenchmarkQueue queue, Work work, EngineSettings settings, CancellationToken stop);
}
