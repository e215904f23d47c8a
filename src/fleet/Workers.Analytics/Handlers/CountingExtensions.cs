using Workers.Analytics.Counting;
using Workers.Effects;
using Workers.Engine;
using Workers.Events;

namespace Workers.Analytics.Handlers;

/// <summary>Registers events that are only counted.</summary>
internal static class CountingExtensions
{
    /// <summary>What an effect of an order happens once for. No id has an equals sign.</summary>
    public static string Order(string orderId) => $"orderId={orderId}";

    /// <summary>Counts each event as one of a metric. Its marker bears the event's name, as a handler class of its own would.</summary>
    /// <param name="builder">The queue.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="order">The order that is counted once; without it every event counts.</param>
    /// <param name="amount">What is added up beside the count; without it nothing is.</param>
    public static QueueConsumerBuilder Counts<TEvent>(
        this QueueConsumerBuilder builder,
        Func<TEvent, string> metric,
        Func<TEvent, string?>? order = null,
        Func<TEvent, decimal>? amount = null)
        where TEvent : class, IEventDetail =>
        builder.Decides<TEvent>(
            $"{typeof(TEvent).Name}Handler",
            services => new CountingHandler<TEvent>(services.GetRequiredService<Counters>(), metric, order, amount));
}
