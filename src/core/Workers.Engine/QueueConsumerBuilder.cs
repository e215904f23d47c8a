using Microsoft.Extensions.DependencyInjection;
using Workers.Engine.Handling;
using Workers.Events;

namespace Workers.Engine;

/// <summary>One queue and the handlers of its events, while the host is being built.</summary>
public sealed class QueueConsumerBuilder
{
    private readonly List<HandlerRegistration> _handlers = [];
    private readonly HashSet<string> _measures = [];
    private readonly List<MessageStep> _steps = [];
    private readonly Dictionary<Type, Func<IEventDetail, DateTimeOffset>> _dueTimes = [];

    internal QueueConsumerBuilder(string name, string queue, string? section, IServiceCollection services) =>
        (Name, Queue, Section, Services) = (name, queue, section, services);

    /// <summary>The consumer's name, which its options, its health checks and its <see cref="QueueControl"/> have as well.</summary>
    public string Name { get; }

    /// <summary>The queue's unprefixed name.</summary>
    public string Queue { get; }

    /// <summary>The host's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The names of the handlers that were registered until now, as idempotency keys and metrics have them.</summary>
    public IEnumerable<string> HandlerNames => _handlers.Select(handler => handler.HandlerName);

    /// <summary>The names of an event's handlers, those that only measure left out.</summary>
    /// <param name="eventType">The type of the event's detail.</param>
    public IEnumerable<string> HandlersOf(Type eventType) => _handlers
        .Where(handler => handler.EventType == eventType && !_measures.Contains(handler.HandlerName))
        .Select(handler => handler.HandlerName);

    /// <summary>Whether a handler of the event is registered, if only to measure it.</summary>
    /// <param name="eventType">The type of the event's detail.</param>
    public bool Hears(Type eventType) => _handlers.Any(handler => handler.EventType == eventType);

    internal string? Section { get; }

    internal IReadOnlyList<HandlerRegistration> Handlers => _handlers;

    internal IReadOnlyList<MessageStep> Steps => _steps;

    internal IReadOnlyDictionary<Type, Func<IEventDetail, DateTimeOffset>> DueTimes => _dueTimes;

    /// <summary>Gives every message of <typeparamref name="TEvent"/> to <typeparamref name="THandler"/>, a singleton.</summary>
    /// <remarks>Several handlers may handle one event, side by side. Two handlers of one name fail at start-up.</remarks>
    public QueueConsumerBuilder Handles<TEvent, THandler>()
        where TEvent : class, IEventDetail
        where THandler : class, IHandle<TEvent>
    {
        Services.AddSingleton<THandler>();
        return Handles<TEvent>(typeof(THandler).Name, services => services.GetRequiredService<THandler>());
    }

    /// <summary>Gives every message of <typeparamref name="TEvent"/> to the handler that the factory makes, once.</summary>
    /// <param name="handlerType">
    /// The handler's class name. With the consumer's name before it, it is the name in idempotency keys: renaming it makes
    /// a new handler, to which every event is new.
    /// </param>
    /// <param name="factory">Makes the handler when the consumer starts.</param>
    public QueueConsumerBuilder Handles<TEvent>(string handlerType, Func<IServiceProvider, IHandle<TEvent>> factory)
        where TEvent : class, IEventDetail
    {
        _handlers.Add(HandlerRegistration.For($"{Name}.{handlerType}", factory));
        return this;
    }

    /// <summary>
    /// Gives every message of <typeparamref name="TEvent"/> to a <typeparamref name="THandler"/> of its own, made in a service scope
    /// that ends with the message's handling.
    /// </summary>
    public QueueConsumerBuilder HandlesScoped<TEvent, THandler>()
        where TEvent : class, IEventDetail
        where THandler : class, IHandle<TEvent>
    {
        Services.AddScoped<THandler>();
        _handlers.Add(HandlerRegistration.ForScoped<TEvent>(
            $"{Name}.{typeof(THandler).Name}", services => services.GetRequiredService<THandler>()));
        return this;
    }

    /// <summary>
    /// Measures every message of <typeparamref name="TEvent"/>, a redelivered one once more: decisions are pure, so what they led to is
    /// measured where their events arrive.
    /// </summary>
    /// <param name="measure">Records on the instruments, a singleton that the host has registered.</param>
    public QueueConsumerBuilder Measures<TEvent, TMetrics>(Action<TMetrics, TEvent> measure)
        where TEvent : class, IEventDetail
        where TMetrics : class
    {
        var handlerType = $"Measure{typeof(TEvent).Name}";
        _measures.Add($"{Name}.{handlerType}");
        return Handles<TEvent>(handlerType, services =>
        {
            var metrics = services.GetRequiredService<TMetrics>();
            return new MeasuringHandler<TEvent>(detail => measure(metrics, detail));
        });
    }

    /// <summary>
    /// Makes the queue a timer: no message of <typeparamref name="TEvent"/> is handled before the time that its event names. Until then
    /// it is sent to the queue again, the same body with a delay of at most 15 minutes, and deleted. The role needs
    /// <c>sqs:SendMessage</c> on the queue.
    /// </summary>
    /// <remarks>
    /// It is handled at its time by this machine's clock or, with delays in whole seconds, up to a second later, and later by as long as
    /// the queue waits for a worker. However long it waits, SQS's retention does not end it, and its receive count begins anew; a
    /// wait costs three entries of batch calls each quarter of an hour. A crash between sending and deleting leaves two messages of one event,
    /// which handlers know by its id, as they know every duplicate. An event of the past is due at once.
    /// </remarks>
    /// <param name="dueAt">A pure function of the event: when it is due.</param>
    public QueueConsumerBuilder WaitsUntil<TEvent>(Func<TEvent, DateTimeOffset> dueAt)
        where TEvent : class, IEventDetail
    {
        _dueTimes.Add(typeof(TEvent), detail => dueAt((TEvent)detail));
        return this;
    }

    /// <summary>
    /// Adds a step that every message passes once its event is read and before its handlers, as ASP.NET Core's middleware does with
    /// requests: for tenancy, validation, rate limits and the like. Steps run in the order in which they are added.
    /// </summary>
    public QueueConsumerBuilder Use(MessageStep step)
    {
        _steps.Add(step);
        return this;
    }
}
