using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Defaults;
using Workers.Effects;
using Workers.Engine;
using Workers.Events.Publishing;
using Workers.Partners;
using Workers.Shipping.Carriers;
using Workers.Shipping.Handlers;
using Workers.Shipping.Stores;

namespace Workers.Shipping;

/// <summary>The worker that has paid orders shipped, or says that they are not.</summary>
public static class ShippingWorker
{
    internal const string Name = "Shipping";

    /// <summary>Adds the worker to a host.</summary>
    public static WebApplicationBuilder AddShippingWorker(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.AddWorkerDefaults("shipping", Topology.SettingsSections);
        builder.AddBeat("shipping", Topology.FleetTable, "Workers:Beat");
        builder.AddShipping();
        return builder;
    }

    /// <summary>The worker without what every host shares, for specs.</summary>
    internal static void AddShipping(this IHostApplicationBuilder builder)
    {
        builder.Services.AddContracts();
        builder.Services.AddEventPublisher(Topology.Bus);
        builder.Services.AddCarriers();
        builder.Services
            .AddPartnerEffects<ShippingOptions, ShippingMetrics>(options => options.MaxConcurrent)
            .AddSingleton<ShipmentRows>()
            .AddSingleton<ShipmentDesk>();
        builder.AddEffects(Topology.IdempotencyTable, "Workers:Effects");
        builder.Services.Configure<QueueConsumerOptions>(
            Name, options => options.MaxInFlight = Topology.ConsumptionOf(Topology.ShippingQueue).MaxInFlight);
        builder.AddQueueConsumer(Name, Topology.ShippingQueue, $"Workers:{Name}")
            .Handles<OrderPaid, OrderPaidHandler>()
            .Handles<ShipmentRequested, ShipmentRequestedHandler>()
            .Handles<ShipmentOverdue, ShipmentOverdueHandler>();
    }
}
