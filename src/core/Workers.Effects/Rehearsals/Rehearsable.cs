using Workers.Effects.Committing;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Effects.Rehearsals;

/// <summary>A handler that decides, and so can be asked what it would decide.</summary>
/// <param name="HandlerName">Its name, as its markers bear it.</param>
/// <param name="Prepare">Makes the handler ready for one event.</param>
internal sealed record Rehearsable(string HandlerName, Func<IServiceProvider, ReceivedEvent, Delivery, PreparedDecision> Prepare)
{
    public static Rehearsable Of<TEvent>(string handlerName, Func<IServiceProvider, IDecide<TEvent>> factory)
        where TEvent : class, IEventDetail =>
        new(handlerName, (services, received, delivery) =>
        {
            var handler = factory(services);
            var message = new EventMessage<TEvent>((TEvent)received.Detail, received.Metadata, received.Envelope, delivery);
            return new(
                EffectCause.Of(message, handler.OncePer(message)),
                () => [.. handler.Reads(message)],
                items => handler.Decide(message, items));
        });
}

/// <summary>A decision that can be made once its items are read. Which effect it is of is known before the handler names them.</summary>
/// <param name="Cause">The handler and the event.</param>
/// <param name="Reads">Names what it depends on.</param>
/// <param name="Decide">Decides.</param>
internal sealed record PreparedDecision(EffectCause Cause, Func<IReadOnlyCollection<ItemKey>> Reads, Func<Items, Decision> Decide);
