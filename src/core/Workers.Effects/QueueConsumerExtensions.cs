using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workers.Effects.Committing;
using Workers.Effects.Decisions;
using Workers.Engine;
using Workers.Events;

namespace Workers.Effects;

/// <summary>Transactional handlers on a queue.</summary>
public static class QueueConsumerExtensions
{
    /// <summary>
    /// Lets <typeparamref name="THandler"/>, a singleton, decide about every message of <typeparamref name="TEvent"/>;
    /// its decisions are committed once, by the queue's committer. Needs <see cref="EffectsExtensions.AddEffects"/>.
    /// </summary>
    /// <remarks>
    /// The handler's class name is part of its markers: renaming it makes a new handler, to which every event is new.
    /// </remarks>
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
        builder.Services.TryAddKeyedSingleton<Committer>(builder.Name);
        return builder.Handles<TEvent>(handlerType, services => new DecidingHandler<TEvent>(
            factory(services), services.GetRequiredKeyedService<Committer>(builder.Name)));
    }
}
