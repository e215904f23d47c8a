using System.Collections.Frozen;
using Workers.Engine.Leasing;
using Workers.Engine.Telemetry;
using Workers.Events;

namespace Workers.Engine.Handling;

/// <summary>The consumer's handlers, found by their event's type, and when an event is due for them.</summary>
internal sealed class HandlerTable(
    IEnumerable<HandlerRegistration> registrations,
    IServiceProvider services,
    IReadOnlyDictionary<Type, Func<IEventDetail, DateTimeOffset>>? dueTimes = null)
{
    private readonly FrozenDictionary<Type, OpenHandler[]> _handlers = registrations
        .GroupBy(registration => registration.EventType)
        .ToFrozenDictionary(
            ofOneEvent => ofOneEvent.Key,
            ofOneEvent => ofOneEvent.Select(registration => new OpenHandler(registration.HandlerName, registration.Open(services))).ToArray());

    /// <summary>The host's services. A message gets a scope of its own when somebody first asks for one.</summary>
    public IServiceProvider Services { get; } = services;

    public bool Knows(Type eventType) => _handlers.ContainsKey(eventType);

    /// <summary>Until when an event waits before it is handled; null where it does not.</summary>
    public DateTimeOffset? DueAt(IEventDetail detail) => dueTimes?.GetValueOrDefault(detail.GetType())?.Invoke(detail);

    /// <summary>
    /// Lets every handler of the event handle the message, side by side. Each is called with its own name, so each remembers by itself
    /// what it has done when another one's failure brings the message back.
    /// </summary>
    public Task<Outcome> HandleAsync(MessageContext context, ConsumerMetrics metrics) =>
        _handlers[context.Event.Detail.GetType()] is [var only] ? only.HandleAsync(context, metrics) : HandleAllAsync(context, metrics);

    private async Task<Outcome> HandleAllAsync(MessageContext context, ConsumerMetrics metrics) =>
        Outcome.Of(await Task.WhenAll(
            _handlers[context.Event.Detail.GetType()].Select(handler => handler.HandleAsync(context, metrics))));
}

/// <summary>A handler that is ready for messages.</summary>
internal sealed record OpenHandler(string Name, Func<MessageContext, Task<Outcome>> Handle)
{
    public Task<Outcome> HandleAsync(MessageContext context, ConsumerMetrics metrics) =>
        metrics.MeasuresHandlers ? MeasureAsync(context, metrics) : Handle(context);

    private async Task<Outcome> MeasureAsync(MessageContext context, ConsumerMetrics metrics)
    {
        var startedAt = metrics.Timestamp;
        Outcome? outcome = null;
        try
        {
            return outcome = await Handle(context);
        }
        finally
        {
            metrics.HandlerEnded(Name, startedAt, WordOf(outcome, context.Interruption), context.Event.Envelope.Time);
        }
    }

    private static string WordOf(Outcome? outcome, Interruption interruption) => outcome switch
    {
        Outcome.Completed => "done",
        Outcome.Wait => "waiting",
        Outcome.DeadLetter => "rejected",
        _ => interruption >= Interruption.DrainOver ? "returned" : "failed",
    };
}

/// <summary>Which handler takes which event; the generic types are closed here, so dispatch needs no reflection.</summary>
/// <param name="EventType">The type of the event's detail.</param>
/// <param name="HandlerName">The name that the handler's idempotency keys begin with.</param>
/// <param name="Open">Makes the handler ready; called once, when the consumer starts.</param>
internal sealed record HandlerRegistration(
    Type EventType, string HandlerName, Func<IServiceProvider, Func<MessageContext, Task<Outcome>>> Open)
{
    /// <summary>A handler that is made once and handles every message.</summary>
    public static HandlerRegistration For<TEvent>(string name, Func<IServiceProvider, IHandle<TEvent>> factory)
        where TEvent : class, IEventDetail => new(typeof(TEvent), name, services =>
        {
            var handler = factory(services);
            return context => HandleAsync(handler, name, context);
        });

    /// <summary>A handler that is made for each message, in the message's own scope.</summary>
    public static HandlerRegistration ForScoped<TEvent>(string name, Func<IServiceProvider, IHandle<TEvent>> factory)
        where TEvent : class, IEventDetail =>
        new(typeof(TEvent), name, _ => async context => await HandleAsync(factory(context.Services), name, context));

    // Asynchronous, as is the making of a scoped handler, so that what it throws at once does not keep the event's other handlers from being called.
    private static async Task<Outcome> HandleAsync<TEvent>(IHandle<TEvent> handler, string name, MessageContext context)
        where TEvent : class, IEventDetail
    {
        var delivery = new Delivery(name, context.MessageId, context.ReceiveCount, context.FirstReceivedAt, context.Lease);
        try
        {
            var outcome = await handler.HandleAsync(
                new((TEvent)context.Event.Detail, context.Event.Metadata, context.Event.Envelope, delivery), context.CancellationToken);
            context.Culprit ??= outcome is Outcome.DeadLetter ? name : null;
            return outcome;
        }
        catch (Exception)
        {
            context.Culprit ??= name;
            throw;
        }
    }
}
