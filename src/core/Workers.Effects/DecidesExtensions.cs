using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workers.Effects.Committing;
using Workers.Effects.Decisions;
using Workers.Effects.Rehearsals;
using Workers.Engine;
using Workers.Engine.Handling;
using Workers.Events;

namespace Workers.Effects;

/// <summary>Registers transactional handlers on a queue.</summary>
public static class DecidesExtensions
{
    /// <summary>
    /// Lets <typeparamref name="THandler"/>, a singleton, decide about every message of <typeparamref name="TEvent"/>. Its decisions
    /// are committed once, together with those of the queue's other messages. Needs <see cref="EffectsExtensions.AddEffects"/>.
    /// </summary>
    /// <remarks>The handler's class name is part of its markers: renaming it makes a new handler, to which every event is new.</remarks>
    public static QueueConsumerBuilder Decides<TEvent, THandler>(this QueueConsumerBuilder builder)
        where TEvent : class, IEventDetail
        where THandler : class, IDecide<TEvent>
    {
        builder.Services.AddSingleton<THandler>();
        return builder.Decides<TEvent>(typeof(THandler).Name, services => services.GetRequiredService<THandler>());
    }

    /// <summary>The same for a handler that a factory makes, once.</summary>
    /// <param name="builder">The queue.</param>
    /// <param name="handlerType">The handler's name in its markers, where a class of its own would give its name.</param>
    /// <param name="factory">Makes the handler when the consumer starts.</param>
    public static QueueConsumerBuilder Decides<TEvent>(
        this QueueConsumerBuilder builder, string handlerType, Func<IServiceProvider, IDecide<TEvent>> factory)
        where TEvent : class, IEventDetail
    {
        builder.Services.TryAddKeyedSingleton<CommitQueue>(builder.Name);
        builder.Services.AddSingleton(Rehearsable.Of($"{builder.Name}.{handlerType}", factory));
        return builder.Handles<TEvent>(handlerType, services => new DecidingHandler<TEvent>(
            factory(services), services.GetRequiredKeyedService<CommitQueue>(builder.Name)));
    }
}

/// <summary>A transactional handler as the engine sees it: the queue's messages are decided and committed together.</summary>
internal sealed class DecidingHandler<TEvent>(IDecide<TEvent> handler, CommitQueue queue) : IHandle<TEvent>
    where TEvent : IEventDetail
{
    public Task<Outcome> HandleAsync(EventMessage<TEvent> message, CancellationToken cancellationToken) =>
        queue.CommitAsync(handler, message, cancellationToken);
}
