using Workers.Contracts;
using Workers.Defaults;
using Workers.Effects;
using Workers.Engine;
using Workers.Events.Publishing;

namespace Workers.Shipping;

/// <summary>The worker of shipping.</summary>
public static class ShippingWorker
{
    internal const string Name = "Shipping";

    /// <summary>Adds the worker to a host.</summary>
    public static WebApplicationBuilder AddShippingWorker(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.AddWorkerDefaults("shipping", Topology.SettingsSections);
        builder.Services.AddContracts();
        builder.Services.AddEventPublisher(Topology.Bus);
        builder.AddEffects(Topology.IdempotencyTable, "Workers:Effects");
        builder.Services.Configure<QueueConsumerOptions>(
            Name, options => options.MaxInFlight = Topology.ConsumptionOf(Topology.ShippingQueue).MaxInFlight);
        builder.AddQueueConsumer(Name, Topology.ShippingQueue, $"Workers:{Name}");
        return builder;
    }
}
