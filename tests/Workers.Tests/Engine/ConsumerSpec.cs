using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Workers.Engine;
using Workers.Engine.Handling;
using Workers.Engine.Health;

namespace Workers.Tests.Engine;

/// <summary>
/// A consumer on a fake queue and a fake clock, on one thread: nothing happens unless a spec lets it, and after each step
/// everything that can happen without time passing has happened.
/// </summary>
public abstract class ConsumerSpec : IDisposable
{
    private readonly SingleThread _thread = new();
    private readonly FakeContext _context;
    private QueueConsumer? _consumer;

    private protected ConsumerSpec()
    {
        Time = new FakeTime { AfterTimer = () => _thread.Run(() => { }) };
        Queue = new FakeMessageQueue(Time);
        _context = new FakeContext(Time);
    }

    private protected FakeTime Time { get; }

    private protected FakeMessageQueue Queue { get; }

    private protected FakeHandler Handler { get; } = new();

    private protected CountingMeters Counts => _context.Counts;

    private protected ConsumerHealth Health => _context.Health;

    private protected QueueControl Control => _context.Control;

    private protected QueueConsumerOptions Options { get; } = new() { MaxReceiveLoops = 1 };

    /// <summary>Where chance falls between the least and the most.</summary>
    private protected double Chance { get; set; } = 0.5;

    private protected ILogger Logger { get; set; } = NullLogger.Instance;

    private protected List<Exception> Faults { get; } = [];

    /// <summary>Handlers beside <see cref="Handler"/>.</summary>
    private protected List<HandlerRegistration> MoreHandlers { get; } = [];

    /// <summary>The consumer's own steps.</summary>
    private protected List<MessageStep> Steps { get; } = [];

    private protected ServiceCollection Services { get; } = [];

    /// <summary>Whether the drain has ended.</summary>
    private protected bool Drained { get; private set; }

    private protected TimeSpan DrainedAt { get; private set; }

    public void Dispose()
    {
        Assert.Empty(Faults);
        _consumer?.Dispose();
        _context.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    internal static IEnumerable<string> Bodies(int count) => Enumerable.Range(1, count).Select(number => $"message-{number}");

    /// <summary>Starts consuming.</summary>
    private protected void Start()
    {
        var context = _context.With(Options, Chance, Logger);
        var handlers = new HandlerTable([HandlerRegistration.For("Specs.FakeHandler", _ => Handler), .. MoreHandlers], Services.BuildServiceProvider());
        _consumer = new QueueConsumer(
            Queue, FakeMessageQueue.VisibilityTimeout, message => Happened.Read(message.Body), handlers, Steps, Faults.Add, context);
        _thread.Run(_consumer.Start);
    }

    /// <summary>Does something that may wake the consumer.</summary>
    private protected void Do(Action action) => _thread.Run(action);

    private protected void Advance(double seconds) => _thread.Run(() => Time.Advance(Seconds(seconds)));

    /// <summary>SIGTERM.</summary>
    private protected void BeginDrain() => BeginDrainUntil(CancellationToken.None);

    /// <summary>SIGTERM to a host that itself waits no longer than this.</summary>
    private protected void BeginDrainUntil(CancellationToken cutShort) => _thread.Run(() => _ = DrainAsync(cutShort));

    private async Task DrainAsync(CancellationToken cutShort)
    {
        await _consumer!.DrainAsync(cutShort);
        (Drained, DrainedAt) = (true, Time.Elapsed);
    }
}
