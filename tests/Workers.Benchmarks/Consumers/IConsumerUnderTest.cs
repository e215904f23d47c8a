using Workers.Benchmarks.Aws;

namespace Workers.Benchmarks.Consumers;

/// <summary>One way to consume a queue.</summary>
internal interface IConsumerUnderTest
{
    string Name { get; }

    /// <summary>Consumes until so many messages are deleted.</summary>
    /// <returns>The time from the start to the last delete's answer.</returns>
    Task<TimeSpan> ConsumeAsync(BenchmarkQueue queue, int messages, CancellationToken cancellationToken);
}
