using System.Diagnostics;
using Workers.Engine.Handling;
using Workers.Events;

namespace Workers.Effects.Committing;

/// <summary>What an effect comes from: a handler and the event it handles.</summary>
/// <param name="HandlerName">The handler's name, unique in the fleet.</param>
/// <param name="Detail">What happened.</param>
/// <param name="Event">The event's metadata.</param>
/// <param name="TraceParent">The span that handles the event; the event's own where nobody traces here, so that the trace goes on.</param>
internal sealed record EffectCause(string HandlerName, IEventDetail Detail, EventMetadata Event, string? TraceParent)
{
    /// <summary>What the effect happens once for: the event, unless the handler says otherwise.</summary>
    public string OncePer { get; private init; } = Event.EventId;

    public static EffectCause Of<TEvent>(EventMessage<TEvent> message, string? oncePer)
        where TEvent : IEventDetail =>
        new(
            message.Delivery.HandlerName,
            message.Detail,
            message.Metadata,
            Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : message.Metadata.TraceParent)
        {
            OncePer = oncePer ?? message.Metadata.EventId,
        };
}
