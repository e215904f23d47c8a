using System.Diagnostics;
using Workers.Benchmarks.Aws;

namespace Workers.Benchmarks.Consumers;

/// <summary>Our engine with a handler that does nothing, watched through its own counter of settled messages.</summary>
internal sealed class EngineConsumer : IConsumerUnderTest
{
    public string Name => "engine";

    public async Task<TimeSpan> ConsumeAsync(BenchmarkQueue queue, int messages, CancellationToken cancellationToken)
    {
        var handler = new NoOpHandler(TimeSpan.Zero, _ => { });
        using var host = EngineHost.Build(queue.Sqs, queue.Name, handler, new EngineSettings());
        using var settled = new SettledMessages(messages);

        var clock = Stopwatch.StartNew();
        await host.StartAsync(cancellationToken);
        await settled.AllAsync(cancellationToken);
        var elapsed = clock.Elapsed;
        await host.StopAsync(cancellationToken);
        return elapsed;
    }
}
