using Microsoft.Extensions.DependencyInjection;
using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Consumers;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Engine;
using Workers.Engine.Handling;
using Workers.Events.Reading;

namespace Workers.Benchmarks.Figures;

/// <summary>What one message allocates between receive and settle, over a queue in memory that allocates next to nothing itself.</summary>
internal static class AllocationFigures
{
    private const int WarmUp = 5_000;
    private const int Messages = 20_000;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().AddMetrics().AddContracts().BuildServiceProvider();
        await ConsumeAsync(services, WarmUp, cancellationToken);
        var bytes = await ConsumeAsync(services, Messages, cancellationToken);
        return
        [
            new("bytes allocated per message: parse, dispatch, settle; without the SDK", Goal.AtMost(2048), PerMessage(bytes)),
            new("bytes of these for parsing", null, PerMessage(Parse(services.GetRequiredService<EventRegistry>()))),
        ];
    }

    private static double PerMessage(long bytes) => Math.Round((double)bytes / Messages);

    private static long Parse(EventRegistry registry)
    {
        var body = Order.Body(1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var message = 0; message < Messages; message++)
        {
            registry.Read(body, "message");
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static async Task<long> ConsumeAsync(ServiceProvider services, int messages, CancellationToken cancellationToken)
    {
        var queue = new MemoryQueue(messages);
        var registry = services.GetRequiredService<EventRegistry>();
        var handlers = new HandlerTable(
            [HandlerRegistration.For<OrderPlaced>("Benchmark.NoOpHandler", _ => new NoOpHandler(Work.None))], services);
        using var consumer = new QueueConsumer(
            queue,
            TimeSpan.FromSeconds(30),
            message => registry.Read(message.Body, message.MessageId),
            handlers,
            [],
            queue.Fail,
            SilentContext.Of(services));

        var before = GC.GetTotalAllocatedBytes(precise: true);
        consumer.Start();
        await queue.AllDeleted.WaitAsync(cancellationToken);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        queue.End();
        await consumer.DrainAsync(cancellationToken);
        return allocated;
    }
}
