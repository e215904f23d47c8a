using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Defaults;
using Workers.Effects;
using Workers.Engine;
using Workers.Events.Publishing;
using Workers.LoyaltyPoints.Handlers;

namespace Workers.LoyaltyPoints;

/// <summary>The worker that counts each customer's orders.</summary>
public static class LoyaltyPointsWorker
{
    /// <summary>Adds the worker to a host.</summary>
    public static WebApplicationBuilder AddLoyaltyPointsWorker(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.AddWorkerDefaults("loyalty-points", Topology.SettingsSections);
        builder.AddBeat("loyalty-points", Topology.FleetTable, "Workers:Beat");
        builder.AddLoyaltyPointsQueue();
        return builder;
    }

    /// <summary>Adds what empties the queue; clients of AWS, logging and health are the host's.</summary>
    internal static void AddLoyaltyPointsQueue(this IHostApplicationBuilder builder)
    {
        builder.Services.AddContracts();
        builder.Services.AddEventPublisher(Topology.Bus);
        builder.AddEffects(Topology.IdempotencyTable, "Workers:Effects");
        builder.AddQueueConsumer("LoyaltyPoints", Topology.LoyaltyPointsQueue, "Workers:LoyaltyPoints")
            .Decides<OrderPlaced, OrderPlacedHandler>();
    }
}
