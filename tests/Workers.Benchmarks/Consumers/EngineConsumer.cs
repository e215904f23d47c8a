using Microsoft.Extensions.Hosting;
using Workers.Benchmarks.Aws;

namespace Workers.Benchmarks.Consumers;

/// <summary>Our engine in a host of its own.</summary>
internal sealed class EngineConsumer : IConsumerUnderTest
{
    public string Name => "engine";

    public async Task RunAsync(BenchmarkQueue queue, Work work, EngineSettings settings, CancellationToken stop)
    {
        using var host = EngineHost.Build(queue.Sqs, queue.Name, new NoOpHandler(work), settings);
        await host.StartAsync(stop);
        await host.WaitForShutdownAsync(stop);
    }
}
