using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workers.Effects.Leases;
using Workers.Effects.Transactions;
using Workers.Engine;
using Workers.Engine.Hosting;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Events.Reading;

namespace Workers.Testing;

/// <summary>
/// A worker's handlers as their host runs them, but for the queue, the tables, the bus and the clock, which are in memory. The consumer
/// is the real one: it reads, retries, extends, commits and dead-letters as it does in production, on the calling thread, and waits
/// on a clock that only the test advances. A handler must wait for nothing but that clock.
/// </summary>
public sealed class HandlerTest : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly ConsumerHarness _harness = new();
    private readonly ServiceProvider _services;
    private readonly EventRegistry _events;
    private int _sent;

    /// <summary>Starts a worker.</summary>
    /// <param name="register">Registers the worker, as its program does. Clients of AWS need not be among the services.</param>
    /// <param name="consumer">The consumer's name, where the worker has several.</param>
    public HandlerTest(Action<IHostApplicationBuilder> register, string? consumer = null)
    {
        Store = new InMemoryStore(Time);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        register(builder);
        builder.Services
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(new Jitter(new FixedRandom(0.5)))
            .AddSingleton<ITransactionStore>(Store)
            .AddSingleton<IClaimStore>(Store)
            .AddSingleton<IEventPublisher>(Publisher);
        _services = builder.Services.BuildServiceProvider();
        _events = _services.GetRequiredService<EventRegistry>();

        var definition = _services.GetServices<QueueConsumerBuilder>().Single(found => consumer is null || found.Name == consumer);
        var logger = _services.GetRequiredService<ILoggerFactory>().CreateLogger<HandlerTest>();
        var factory = new ConsumerFactory(definition, _services, logger);
        _harness.Start((queue, onFault) => factory.Create(queue, definition.Queue, FakeMessageQueue.VisibilityTimeout, onFault));
    }

    /// <summary>How long a receive hides a message, unless its lease is extended.</summary>
    public static TimeSpan VisibilityTimeout => FakeMessageQueue.VisibilityTimeout;

    /// <summary>The clock of everything in the worker.</summary>
    public FakeTime Time => _harness.Time;

    /// <summary>The tables.</summary>
    public InMemoryStore Store { get; }

    /// <summary>The bus.</summary>
    public RecordingPublisher Publisher { get; } = new();

    /// <summary>The worker's services.</summary>
    public IServiceProvider Services => _services;

    /// <summary>What is in the queue, visible or not.</summary>
    public IReadOnlyList<QueuedMessage> Messages => [.. _harness.Queue.Waiting];

    /// <summary>What went to the dead-letter queue, in order.</summary>
    public IReadOnlyList<DeadLetteredMessage> DeadLetters =>
    [
        .. _harness.Queue.DeadLetters.Select(
            letter => new DeadLetteredMessage(letter.Message.Body, letter.Reason, letter.ExceptionType, letter.EventId)),
    ];

    /// <summary>What the bus has taken, in order, as its consumers read it.</summary>
    public IReadOnlyList<ReceivedEvent> Published =>
        [.. Publisher.Published.Select(outgoing => _events.Read(EnvelopeJson.Of(outgoing, outgoing.EventId), outgoing.EventId))];

    /// <summary>An event arrives in the queue, in EventBridge's envelope.</summary>
    /// <param name="detail">The event.</param>
    /// <param name="eventId">The event's id; the same one twice is a duplicate. Null: one of its own.</param>
    /// <returns>The message's id.</returns>
    public string Receives(IEventDetail detail, string? eventId = null)
    {
        eventId ??= $"event-{_sent + 1}";
        return Receives(detail, new EventMetadata(eventId, CorrelationId: eventId));
    }

    /// <summary>An event arrives in the queue, in EventBridge's envelope.</summary>
    /// <param name="detail">The event.</param>
    /// <param name="metadata">Who it is and what it came from.</param>
    /// <returns>The message's id.</returns>
    public string Receives(IEventDetail detail, EventMetadata metadata) =>
        ReceivesBody(EnvelopeJson.Of(_events.Compose(detail, metadata, Time.GetUtcNow()), metadata.EventId));

    /// <summary>A message of any body arrives in the queue.</summary>
    /// <returns>The message's id.</returns>
    public string ReceivesBody(string body)
    {
        var id = $"message-{++_sent}";
        _harness.Queue.Add(id, body);
        return id;
    }

    /// <summary>Lets this much time pass, and everything happen that follows.</summary>
    public void Advance(TimeSpan by)
    {
        _harness.Advance(by);
        ThrowFaults();
    }

    /// <summary>Lets time pass until every message is deleted or dead-lettered.</summary>
    /// <exception cref="TimeoutException">Some message is there after a day.</exception>
    public void RunUntilQuiet()
    {
        _harness.Advance(TimeSpan.Zero);
        RunUntil(() => !_harness.Queue.Messages.Any(), "the queue still holds messages");
    }

    /// <summary>The host is told to stop: what is in hand is finished or shown again, and nothing is received any more.</summary>
    public void Drain()
    {
        _harness.BeginDrain(CancellationToken.None);
        RunUntil(() => _harness.DrainedAt is not null, "the consumer still drains");
    }

    /// <summary>Ends the worker; what still waits for the clock is given up.</summary>
    public void Dispose()
    {
        _harness.Dispose();
        _harness.Do(() => _ = _services.DisposeAsync().AsTask());
    }

    private void RunUntil(Func<bool> isReached, string otherwise)
    {
        for (var limit = Time.Elapsed + Longest; !isReached(); _harness.AdvanceToNextTimer())
        {
            ThrowFaults();
            if (Time.Elapsed >= limit)
            {
                throw new TimeoutException($"After {Longest} on the test's clock {otherwise}: {string.Join(", ", _harness.Queue.Messages)}.");
            }
        }
    }

    private void ThrowFaults()
    {
        if (_harness.Faults is [var fault, ..])
        {
            throw new InvalidOperationException("The engine broke.", fault);
        }
    }
}
