using Workers.Events;

namespace Workers.Contracts;

/// <summary>Source and detail-type of every event that is understood here, ours first.</summary>
public static class EventNames
{
    /// <summary><see cref="Events.OrderPlaced"/>.</summary>
    public static EventName OrderPlaced { get; } = new(EventSources.Orders, "Order Placed");

    /// <summary><see cref="Events.OrderCancelled"/>.</summary>
    public static EventName OrderCancelled { get; } = new(EventSources.Orders, "Order Cancelled");

    /// <summary><see cref="Events.HighValueOrder"/>; never on the bus.</summary>
    public static EventName HighValueOrder { get; } = new(EventSources.Orders, "High Value Order");

    /// <summary><see cref="Events.InventoryUpdated"/>.</summary>
    public static EventName InventoryUpdated { get; } = new(EventSources.Inventory, "Inventory Updated");

    /// <summary>The other spelling of <see cref="InventoryUpdated"/>.</summary>
    public static EventName StockUpdated { get; } = new(EventSources.Inventory, "Stock Updated");

    /// <summary><see cref="Events.InventoryReserved"/>.</summary>
    public static EventName InventoryReserved { get; } = new(EventSources.Inventory, "Inventory Reserved");

    /// <summary><see cref="Events.ReservationFailed"/>.</summary>
    public static EventName ReservationFailed { get; } = new(EventSources.Inventory, "Reservation Failed");

    /// <summary><see cref="Events.OrderRefused"/>.</summary>
    public static EventName OrderRefused { get; } = new(EventSources.Inventory, "Order Refused");

    /// <summary><see cref="Events.InventoryReleased"/>.</summary>
    public static EventName InventoryReleased { get; } = new(EventSources.Inventory, "Inventory Released");

    /// <summary><see cref="Events.LowStockAlert"/>.</summary>
    public static EventName LowStockAlert { get; } = new(EventSources.Inventory, "Low Stock Alert");

    /// <summary><see cref="Events.NotificationSent"/>.</summary>
    public static EventName NotificationSent { get; } = new(EventSources.Notifications, "Notification Sent");

    /// <summary>The foreign, snake_case form of <see cref="OrderPlaced"/>.</summary>
    public static EventName ForeignOrderCreated { get; } = new(EventSources.ForeignOrders, "Order Created");

    /// <summary>The foreign, snake_case form of <see cref="InventoryUpdated"/>.</summary>
    public static EventName ForeignInventoryUpdated { get; } = new(EventSources.ForeignInventory, "Inventory Updated");

    /// <summary>The order service's form of <see cref="OrderPlaced"/>.</summary>
    public static EventName OrderServiceOrderCreated { get; } = new(EventSources.OrderService, "OrderCreated");

    /// <summary>The inventory service's form of <see cref="InventoryReserved"/>.</summary>
    public static EventName InventoryServiceReserved { get; } = new(EventSources.InventoryService, "InventoryReserved");

    /// <summary>The API gateway's form of <see cref="OrderPlaced"/>.</summary>
    public static EventName ApiGatewayOrderCreated { get; } = new(EventSources.ApiGateway, "order-created");
}
