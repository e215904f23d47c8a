using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Consumers;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Engine;
using Workers.Engine.Handling;
using Workers.Engine.Leasing;
using Workers.Engine.Queues;
using Workers.Engine.Receiving;
using Workers.Engine.Settling;
using Workers.Engine.Timing;
using Workers.Events.Reading;

namespace Workers.Benchmarks.Micro;

/// <summary>The three steps of one message's way through the engine, each alone.</summary>
public class MessageBenchmarks : IDisposable
{
    private const int Batch = IMessageQueue.BatchSize;

    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().AddContracts().BuildServiceProvider();
    private readonly string _body = Order.Body(1);
    private readonly RunningTasks _running;
    private readonly InFlight _inFlight;
    private readonly LeaseKeeper _leases;
    private readonly Func<MessageContext, Task<Settlement>> _pipeline;
    private readonly Settler _settler;
    private readonly EventRegistry _registry;
    private readonly RunningTasks _loops = new(_ => { });
    private readonly MessageContext _message;
    private readonly MessageContext[] _done;

    /// <summary>Puts the engine's parts together as a consumer does.</summary>
    public MessageBenchmarks()
    {
        var context = SilentContext.Of(_services);
        var queue = new MemoryQueue(0);
        var policy = new SettlementPolicy(context.Options, context.Jitter);
        var terms = new LeaseTerms(TimeSpan.FromHours(11), context.Options.LeaseMargin, TimeSpan.FromHours(11));
        var handler = HandlerRegistration.For<OrderPlaced>("Benchmark.NoOpHandler", _ => new NoOpHandler(Work.None));
        _registry = _services.GetRequiredService<EventRegistry>();
        _running = new RunningTasks(queue.Fail);
        _inFlight = new InFlight(context.Options.MaxInFlight, context.Options.MaxInFlightBytes, context.Options.ReceiveLinger, context.Time);
        _leases = new LeaseKeeper(queue, terms, _running, context);
        _settler = new Settler(queue, _inFlight, policy, _running, context, CancellationToken.None);

        var received = _registry.Read(_body, "message");
        _pipeline = new Pipeline(
            _ => received,
            new HandlerTable([handler], _services),
            [],
            _settler.IsSettled,
            policy,
            new ReceiveBreaker(context),
            context,
            CancellationToken.None).Compose();
        _message = Receive(0);
        _done = [.. Enumerable.Range(1, Batch).Select(Receive)];
        foreach (var loop in _settler.Loops)
        {
            _ = _loops.Start(loop.RunAsync);
        }
    }

    /// <summary>A body becomes an event.</summary>
    [Benchmark]
    public object Parse() => _registry.Read(_body, "message");

    /// <summary>An event that is read finds its handler, which does nothing, and its outcome is judged.</summary>
    [Benchmark]
    public async Task Dispatch() => await _pipeline(_message);

    /// <summary>Ten messages that are done are deleted together; told per message.</summary>
    [Benchmark(OperationsPerInvoke = Batch)]
    public async Task Settle()
    {
        _inFlight.Received(0, [.. _done.Select(message => message.Message)]);
        foreach (var message in _done)
        {
            _inFlight.Handled();
            await _settler.SettleAsync(message, SettlementPolicy.DeleteAgain);
        }

        await _inFlight.WhenEmptyAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _leases.Dispose();
        _services.Dispose();
        GC.SuppressFinalize(this);
    }

    private MessageContext Receive(int number) =>
        new(_leases.Track([MemoryQueue.Message(number)])[0], _services, "silent", NullLogger.Instance);
}
