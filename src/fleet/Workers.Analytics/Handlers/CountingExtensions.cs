using Workers.Analytics.Counting;
using Workers.Effects;
using Workers.Engine;
using Workers.Events;

namespace Workers.Analytics.Handlers;

/// <summary>Registers events that are only counted.</summary>
internal static class CountingExtensions
{
    /// <summary>Counts each event as one of a metric. Its marker bears the event's name, as a handler class of its own would.</summary>
    public static QueueConsumerBuilder Counts<TEvent>(this QueueConsumerBuilder builder, Func<TEvent, string> metric)
        where TEvent : class, IEventDetail =>
        builder.Decides<TEvent>(
            $"{typeof(TEvent).Name}Handler",
            services => new CountingHandler<TEvent>(services.GetRequiredService<Counters>(), metric));
}
