using System.Diagnostics;
using System.Diagnostics.Metrics;
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
        using var settled = new MeterListener();
        var all = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = messages;
        var clock = new Stopwatch();
        settled.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "workers.messages.settled")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        settled.SetMeasurementEventCallback<long>((_, _, _, _) =>
        {
            if (Interlocked.Decrement(ref left) == 0)
            {
                all.TrySetResult(clock.Elapsed);
            }
        });
        settled.Start();

        clock.Start();
        await host.StartAsync(cancellationToken);
        var elapsed = await all.Task.WaitAsync(cancellationToken);
        await host.StopAsync(cancellationToken);
        return elapsed;
    }
}
