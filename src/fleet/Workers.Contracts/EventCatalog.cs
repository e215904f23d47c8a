using Workers.Contracts.Bodies;
using Workers.Contracts.Json;
using Workers.Contracts.Upcasters;
using Workers.Events.Reading;

namespace Workers.Contracts;

/// <summary>Everything that is said here: our events, their other spellings, the shapes of other producers.</summary>
public static class EventCatalog
{
    /// <summary>Builds the registry. One per process is enough: it never changes.</summary>
    public static EventRegistry Build() => new EventRegistryBuilder()
        .Event(EventNames.OrderPlaced, ContractsJsonContext.Default.OrderPlaced)
        .Event(EventNames.OrderCancelled, ContractsJsonContext.Default.OrderCancelled)
        .Event(EventNames.HighValueOrder, ContractsJsonContext.Default.HighValueOrder)
        .Event(EventNames.InventoryUpdated, ContractsJsonContext.Default.InventoryUpdated)
        .Alias(EventNames.StockUpdated, EventNames.InventoryUpdated)
        .Event(EventNames.InventoryReserved, ContractsJsonContext.Default.InventoryReserved)
        .Event(EventNames.ReservationFailed, ContractsJsonContext.Default.ReservationFailed)
        .Event(EventNames.InventoryReleased, ContractsJsonContext.Default.InventoryReleased)
        .Event(EventNames.LowStockAlert, ContractsJsonContext.Default.LowStockAlert)
        .Event(EventNames.NotificationSent, ContractsJsonContext.Default.NotificationSent)
        .Upcast(EventNames.ForeignOrderCreated, EventNames.OrderPlaced, ForeignOrderCreated.ToOrderPlaced)
        .Upcast(EventNames.ForeignInventoryUpdated, EventNames.InventoryUpdated, ForeignInventoryUpdated.ToInventoryUpdated)
        .Upcast(EventNames.OrderServiceOrderCreated, EventNames.OrderPlaced, OrderServiceOrderCreated.ToOrderPlaced)
        .Upcast(EventNames.ApiGatewayOrderCreated, EventNames.OrderPlaced, ApiGatewayOrderCreated.ToOrderPlaced)
        .Bodies(new HighValueOrderReader())
        .Build();
}
