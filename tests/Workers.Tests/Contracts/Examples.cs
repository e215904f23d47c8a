using Workers.Contracts.Events;
using Workers.Events;

namespace Workers.Tests.Contracts;

/// <summary>Every event of ours, once with all its fields and once with the least.</summary>
internal static class Examples
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 14, 0, 0, 123, TimeSpan.FromHours(2));
    private static readonly OrderItem Laptop = new("LAPTOP-001", 2, 29.99m, "Laptop 14\"");
    private static readonly OrderItem Mouse = new("MOUSE-001", 1);

    public static IReadOnlyList<(IEventDetail Full, IEventDetail Least)> All { get; } =
    [
        (new OrderPlaced("ORD-1", "CUST-1", [Laptop, Mouse], 59.98m, "1 Main Street", Noon), new OrderPlaced("ORD-1", "CUST-1", [Mouse], 0)),
        (new OrderCancelled("ORD-1", "changed my mind", "CUST-1", Noon), new OrderCancelled("ORD-1", "")),
        (new HighValueOrder("HIGH_VALUE_ORDER", "urgent", new("ORD-1", "CUST-1", [Mouse], 250)), new HighValueOrder("HIGH_VALUE_ORDER", "")),
        (new InventoryUpdated("LAPTOP-001", "Laptop", 5, 50, null, 10, Noon), new InventoryUpdated("LAPTOP-001", Restock: 20)),
        (new InventoryReserved("ORD-1", [Laptop, Mouse], Noon, "CUST-1", 59.98m), new InventoryReserved("ORD-1", [Mouse], Noon)),
        (new ReservationFailed("ORD-1", "LAPTOP-001", ReservationFailure.Other, "CUST-1", 2, 1, "The warehouse is closed"), new ReservationFailed("ORD-1", "LAPTOP-001", ReservationFailure.ProductNotFound)),
        (new OrderRefused("ORD-1", "CUST-2", 5, "Another order has this id."), new OrderRefused("ORD-1", "CUST-2", 0, "")),
        (new InventoryReleased("ORD-1", [Laptop, Mouse], Noon, "CUST-1"), new InventoryReleased("ORD-1", [Mouse], Noon)),
        (new LowStockAlert("LAPTOP-001", 9, 10, "Laptop"), new LowStockAlert("LAPTOP-001", 0, 0)),
        (new NotificationSent("low-stock#log#E1", "log", "warehouse", "low-stock", "ORD-1", "LAPTOP-001"), new NotificationSent("low-stock#log#E1", "log", "", "low-stock")),
    ];
}
