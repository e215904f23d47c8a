using Workers.Audit.Handlers;
using Workers.Contracts;
using Workers.Defaults;
using Workers.Effects;
using Workers.Engine;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Events.Settings;

namespace Workers.Audit;

/// <summary>The worker that keeps every event on the bus, and lets nobody alter one unseen.</summary>
public static class AuditWorker
{
    private const string Section = "Workers:Audit";

    /// <summary>Adds the worker to a host.</summary>
    public static WebApplicationBuilder AddAuditWorker(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.AddWorkerDefaults("audit", Topology.SettingsSections);
        builder.AddBeat("audit", Topology.FleetTable, "Workers:Beat");
        builder.AddAuditQueue();
        return builder;
    }

    /// <summary>Adds what empties the queue; clients of AWS, logging and health are the host's.</summary>
    internal static void AddAuditQueue(this IHostApplicationBuilder builder)
    {
        builder.Services.AddContracts();
        builder.Services.AddEventPublisher(Topology.Bus);
        builder.Services.AddOptions<AuditOptions>().BindSettings(Section).ValidateDataAnnotations();
        builder.Services.AddSingleton<Chains>();
        builder.AddEffects(Topology.IdempotencyTable, "Workers:Effects");
        builder.AddQueueConsumer("Audit", Topology.AuditQueue, Section)
            .Decides<AnyEvent, AnyEventHandler>();
    }
}
