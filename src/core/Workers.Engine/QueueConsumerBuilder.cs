using Microsoft.Extensions.DependencyInjection;
using Workers.Engine.Handling;
using Workers.Events;

namespace Workers.Engine;

/// <summary>One queue and the handlers of its events, while the host is being built.</summary>
public sealed class QueueConsumerBuilder
{
    private readonly List<HandlerRegistration> _handlers = [];

    internal QueueConsumerBuilder(string name, string queue, IServiceCollection services)
    {
        Name = name;
        Queue = queue;
        Services = services;
    }

    /// <summary>The consumer's name: its options are bound from <c>Workers:{Name}</c>.</summary>
    public string Name { get; }

    /// <summary>The queue's unprefixed name.</summary>
    public string Queue { get; }

    /// <summary>The host's services.</summary>
    public IServiceCollection Services { get; }

    internal IReadOnlyList<HandlerRegistration> Handlers => _handlers;

    /// <summary>Gives every message of <typeparamref name="TEvent"/> to <typeparamref name="THandler"/>, a singleton.</summary>
    /// <remarks>Two handlers of one name, or two for one event, fail at start-up.</remarks>
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
}
