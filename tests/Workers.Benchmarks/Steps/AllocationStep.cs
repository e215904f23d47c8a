using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Consumers;
using Workers.Benchmarks.Figures;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Engine;
using Workers.Engine.Handling;
using Workers.Events.Reading;

namespace Workers.Benchmarks.Steps;

/// <summary>What one message allocates between receive and settle, over a queue in memory that allocates next to nothing itself.</summary>
internal sealed class AllocationStep : IStep
{
    private const int WarmUp = 5_000;
    private const int Messages = 20_000;

    private static readonly Figure Bytes = new(
        "bytes allocated per message in the engine: read, dispatch, settle; without the SDK", Goal.AtMost(4096));

    public string Name => "allocations";

    public IReadOnlyList<Figure> Rows { get; } = [Bytes];

    public async Task<IReadOnlyList<Figure>> MeasureAsync(EmbeddedAws aws, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddMetrics()
            .AddContracts()
            .BuildServiceProvider();
        await ConsumeAsync(services, WarmUp, cancellationToken);
        var bytes = await ConsumeAsync(services, Messages, cancellationToken);
        return [Bytes with { Ours = Math.Round((double)bytes / Messages) }];
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

        var draining = consumer.DrainAsync(cancellationToken);
        queue.End();
        await draining;
        return allocated;
    }
}
