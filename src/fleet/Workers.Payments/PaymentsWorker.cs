using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Defaults;
using Workers.Effects;
using Workers.Engine;
using Workers.Events.Publishing;
using Workers.Partners;
using Workers.Payments.Handlers;
using Workers.Payments.Providers;
using Workers.Payments.Stores;

namespace Workers.Payments;

/// <summary>The worker that charges orders, and gives back what ended orders were charged.</summary>
public static class PaymentsWorker
{
    internal const string Name = "Payments";

    /// <summary>Adds the worker to a host.</summary>
    public static WebApplicationBuilder AddPaymentsWorker(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.AddWorkerDefaults("payments", Topology.SettingsSections);
        builder.AddBeat("payments", Topology.FleetTable, "Workers:Beat");
        builder.AddPayments();
        return builder;
    }

    /// <summary>The worker without what every host shares, for specs.</summary>
    internal static void AddPayments(this IHostApplicationBuilder builder)
    {
        builder.Services.AddContracts();
        builder.Services.AddEventPublisher(Topology.Bus);
        builder.Services.AddProviders();
        builder.Services
            .AddPartnerEffects<PaymentsOptions, PaymentsMetrics>(options => options.MaxConcurrent)
            .AddSingleton<PaymentRows>()
            .AddSingleton<PaymentDesk>()
            .AddSingleton<RefundDesk>();
        builder.AddEffects(Topology.IdempotencyTable, "Workers:Effects");
        builder.Services.Configure<QueueConsumerOptions>(
            Name, options => options.MaxInFlight = Topology.ConsumptionOf(Topology.PaymentsQueue).MaxInFlight);
        builder.AddQueueConsumer(Name, Topology.PaymentsQueue, $"Workers:{Name}")
            .Handles<InventoryReserved, InventoryReservedHandler>()
            .Handles<PaymentRequested, PaymentRequestedHandler>()
            .Handles<RefundRequested, RefundRequestedHandler>()
            .Handles<OrderFailed, OrderFailedHandler>()
            .Handles<OrderCancellationDecided, OrderCancellationDecidedHandler>();
    }
}
