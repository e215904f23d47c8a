using Microsoft.AspNetCore.Builder;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Defaults;
using Workers.Engine;
using Workers.Events.Publishing;

namespace Workers.Benchmarks.Effects;

/// <summary>The inventory worker as it is written without an effects library, on the same engine.</summary>
internal static class TextbookWorker
{
    public static void Add(WebApplicationBuilder builder)
    {
        builder.AddWorkerDefaults("inventory");
        builder.Services.AddContracts();
        builder.Services.AddEventPublisher(Topology.Bus);
        builder.AddQueueConsumer("Inventory", Topology.InventoryQueue, "Workers:Inventory").Handles<OrderPlaced, TextbookHandler>();
    }
}
