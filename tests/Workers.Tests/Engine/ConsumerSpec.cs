using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Workers.Engine;
using Workers.Engine.Handling;
using Workers.Engine.Health;
using Workers.Events;

namespace Workers.Tests.Engine;

/// <summary>One consumer with a handler that does as a spec says, on a harness: nothing happens unless a spec lets it.</summary>
public abstract class ConsumerSpec : IDisposable
{
    private readonly ConsumerHarness _harness = new();
    private readonly FakeContext _context;

    private protected ConsumerSpec() => _context = new FakeContext(Time);

    private protected FakeTime Time => _harness.Time;

    private protected FakeMessageQueue Queue => _harness.Queue;

    private protected FakeHandler Handler { get; } = new();

    private protected CountingMeters Counts => _context.Counts;

    private protected ConsumerHealth Health => _context.Health;

    private protected QueueControl Control => _context.Control;

    private protected QueueConsumerOptions Options { get; } = new() { MaxReceiveLoops = 1 };

    /// <summary>Where chance falls between the least and the most.</summary>
    private protected double Chance { get; set; } = 0.5;

    private protected ILogger Logger { get; set; } = NullLogger.Instance;

    private protected List<Exception> Faults => _harness.Faults;

    /// <summary>Handlers beside <see cref="Handler"/>.</summary>
    private protected List<HandlerRegistration> MoreHandlers { get; } = [];

    /// <summary>The consumer's own steps.</summary>
    private protected List<MessageStep> Steps { get; } = [];

    private protected ServiceCollection Services { get; } = [];

    private protected string QueueName { get; set; } = FakeContext.Queue;

    /// <summary>Whether the drain has ended.</summary>
    private protected bool Drained => _harness.DrainedAt is not null;

    private protected int LeftByDrain => _harness.LeftByDrain;

    private protected TimeSpan DrainedAt => _harness.DrainedAt ?? throw new InvalidOperationException("The drain has not ended.");

    public void Dispose()
    {
        Assert.Empty(Faults);
        _harness.Dispose();
        _context.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    internal static IEnumerable<string> Bodies(int count) => Enumerable.Range(1, count).Select(number => $"message-{number}");

    /// <summary>Starts consuming.</summary>
    private protected void Start()
    {
        var context = _context.With(Options, Chance, Logger, QueueName);
        var handlers = new HandlerTable(
            [HandlerRegistration.For("Specs.FakeHandler", _ => Handler), .. MoreHandlers],
            Services.BuildServiceProvider(),
            new Dictionary<Type, Func<IEventDetail, DateTimeOffset>> { [typeof(Happened)] = detail => ((Happened)detail).DueAt });
        _harness.Start((queue, onFault) => new(
            queue, FakeMessageQueue.VisibilityTimeout, message => Happened.Read(message.Body), handlers, Steps, onFault, context));
    }

    /// <summary>Does something that may wake the consumer.</summary>
    private protected void Do(Action action) => _harness.Do(action);

    private protected void Advance(double seconds) => _harness.Advance(Seconds(seconds));

    /// <summary>SIGTERM.</summary>
    private protected void BeginDrain() => BeginDrainUntil(CancellationToken.None);

    /// <summary>SIGTERM to a host that itself waits no longer than this.</summary>
    private protected void BeginDrainUntil(CancellationToken cutShort) => _harness.BeginDrain(cutShort);
}
