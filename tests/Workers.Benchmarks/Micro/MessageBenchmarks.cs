using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Workers.Benchmarks.Aws;
using Workers.Benchmarks.Consumers;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Engine;
using Workers.Engine.Breaking;
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
    private readonly LeaseTable _leases;
    private readonly Dispatcher _dispatcher;
    private readonly Settler _settler;
    private readonly EventRegistry _registry;
    private readonly MessageLease _lease;
    private readonly SettlingMessage[] _done;

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
        _inFlight = new InFlight(context.Options.MaxInFlight, context.Options.ReceiveLinger, context.Time);
        _leases = new LeaseTable(terms, new Heartbeat(queue, terms, _running, context), context.Time);
        _settler = new Settler(queue, _inFlight, policy, _running, context, CancellationToken.None);

        var received = _registry.Read(_body, "message");
        _dispatcher = new Dispatcher(
            (_, _) => received, new HandlerTable([handler], _services), policy, new ReceiveBreaker(context), context);
        _lease = Receive(0);
        _done = [.. Enumerable.Range(1, Batch).Select(number =>
            new SettlingMessage(Receive(number), SettlementPolicy.DeleteAgain, Scope: null, TimeSpan.Zero))];
    }

    /// <summary>A body becomes an event.</summary>
    [Benchmark]
    public object Parse() => _registry.Read(_body, "message");

    /// <summary>An event that is read finds its handler, which does nothing, and its outcome is judged.</summary>
    [Benchmark]
    public async Task Dispatch() => await _dispatcher.HandleAsync(_lease, scope: null);

    /// <summary>Ten messages that are done are deleted together; told per message.</summary>
    [Benchmark(OperationsPerInvoke = Batch)]
    public Task Settle()
    {
        _inFlight.Received(0, Batch);
        foreach (var message in _done)
        {
            _inFlight.Handled();
            _settler.Settle(message);
        }

        return _running.WhenIdleAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _leases.Dispose();
        _services.Dispose();
        GC.SuppressFinalize(this);
    }

    private MessageLease Receive(int number) => _leases.Track([MemoryQueue.Message(number)])[0];
}
