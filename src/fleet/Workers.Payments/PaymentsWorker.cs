using Workers.Contracts;
using Workers.Defaults;
using Workers.Effects;
using Workers.Engine;
using Workers.Events.Publishing;

namespace Workers.Payments;

/// <summary>The worker of payments.</summary>
public static class PaymentsWorker
{
    internal const string Name = "Payments";

    /// <summary>Adds the worker to a host.</summary>
    public static WebApplicationBuilder AddPaymentsWorker(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.AddWorkerDefaults("payments", Topology.SettingsSections);
        builder.Services.AddContracts();
        builder.Services.AddEventPublisher(Topology.Bus);
        builder.AddEffects(Topology.IdempotencyTable, "Workers:Effects");
        builder.Services.Configure<QueueConsumerOptions>(
            Name, options => options.MaxInFlight = Topology.ConsumptionOf(Topology.PaymentsQueue).MaxInFlight);
        builder.AddQueueConsumer(Name, Topology.PaymentsQueue, $"Workers:{Name}");
        return builder;
    }
}
