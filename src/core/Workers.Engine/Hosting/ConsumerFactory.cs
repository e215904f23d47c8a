using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workers.Engine.Handling;
using Workers.Engine.Health;
using Workers.Engine.Queues;
using Workers.Engine.Telemetry;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Engine.Hosting;

/// <summary>Makes a consumer of a queue and of what the host was built with.</summary>
internal sealed class ConsumerFactory(QueueConsumerBuilder definition, IServiceProvider services, ILogger logger)
{
    private readonly HandlerTable _handlers = new(definition.Handlers, services, definition.DueTimes);

    /// <summary>Validated.</summary>
    public QueueConsumerOptions Options { get; } =
        services.GetRequiredService<IOptionsMonitor<QueueConsumerOptions>>().Get(definition.Name);

    public TimeProvider Time { get; } = services.GetRequiredService<TimeProvider>();

    public Jitter Jitter { get; } = services.GetRequiredService<Jitter>();

    /// <summary>Makes a consumer, which has not started yet.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="name">The queue's name, prefix included.</param>
    /// <param name="visibilityTimeout">How long a receive hides a message.</param>
    /// <param name="onFault">Told when a part of the engine broke.</param>
    public QueueConsumer Create(IMessageQueue queue, string name, TimeSpan visibilityTimeout, Action<Exception> onFault)
    {
        var context = new ConsumerContext(
            name,
            Options,
            Time,
            Jitter,
            new ConsumerMetrics(services.GetRequiredService<IMeterFactory>(), Time, name),
            services.GetRequiredKeyedService<ActivitySource>(Names.Engine),
            services.GetRequiredKeyedService<ConsumerHealth>(definition.Name),
            services.GetRequiredKeyedService<QueueControl>(definition.Name),
            logger);
        var events = services.GetRequiredService<EventRegistry>();
        return new(
            queue,
            visibilityTimeout,
            _handlers.Knows(typeof(AnyEvent))
                ? message => events.ReadAny(message.Body, message.MessageId, message.SentAt)
                : message => events.Read(message.Body, message.MessageId, message.SentAt),
            _handlers,
            definition.Steps,
            onFault,
            context);
    }
}
