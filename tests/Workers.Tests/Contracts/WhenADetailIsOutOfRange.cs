using Workers.Contracts.Events;
using Workers.Events;

namespace Workers.Tests.Contracts;

public sealed class WhenADetailIsOutOfRange
{
    private static readonly string LongId = new('x', 129);
    private static readonly string LongName = new('x', 129);
    private static readonly string LongText = new('x', 1_025);
    private static readonly OrderItem Item = new("P", 1);

    public static TheoryData<IEventDetail, string[]> Details => new()
    {
        { new OrderPlaced("", LongId, [Item], -0.01m, LongText), ["orderId", "customerId", "amount", "shippingAddress"] },
        { new OrderPlaced("O", "C", [Item], 1_000_000_000_001m), ["amount"] },
        { new OrderPlaced("O", "C", [Item], 0.001m), ["amount"] },
        { new OrderPlaced("O", "C", [], 0), ["items"] },
        { new OrderPlaced("O", "C", [Item, null!], 0), ["items[1]"] },
        {
            new OrderPlaced("O", "C", [new("", 0, -1, LongName), new(LongId, 1_000_001)], 0),
            ["items[0].productId", "items[0].quantity", "items[0].price", "items[0].name", "items[1].productId", "items[1].quantity"]
        },
        { new OrderPlaced("O", "C", [new("P", 600_000), new("Q", 1), new("P", 600_000)], 0), ["items"] },
        { new OrderPlaced("O", "C", [.. Enumerable.Range(0, 91).Select(i => new OrderItem($"P{i}", 1))], 0), ["items"] },
        { new OrderCancelled("", LongText, ""), ["orderId", "reason", "customerId"] },
        { new InventoryUpdated("", LongName, -1, -1, null, -1), ["productId", "name", "previousStock", "currentStock", "threshold"] },
        { new InventoryUpdated("P", CurrentStock: 1_000_000_001), ["currentStock"] },
        { new InventoryUpdated("P", Restock: 0), ["restock"] },
        { new InventoryUpdated("P"), ["currentStock"] },
        { new InventoryUpdated("P", CurrentStock: 0, Restock: 1), ["restock"] },
        { new InventoryReserved("", [], FakeTime.Start, "", -1), ["orderId", "items", "customerId", "amount"] },
        { new ReservationFailed("", "", ReservationFailure.InsufficientStock, "", 0, -1), ["orderId", "productId", "customerId", "requested", "available"] },
        { new InventoryReleased("", [], FakeTime.Start, ""), ["orderId", "items", "customerId"] },
        { new LowStockAlert("", -1, -1, LongName), ["productId", "remainingStock", "threshold", "productName"] },
        { new HighValueOrder("A", LongName, new("", "C", [Item], 1)), ["priority", "order.orderId"] },
        { new NotificationSent(LongText, "", LongText, "", "", ""), ["notificationId", "channel", "recipient", "template", "orderId", "productId"] },
    };

    [Theory]
    [MemberData(nameof(Details))]
    public void Every_field_that_is_out_is_named(IEventDetail detail, string[] fields) =>
        Assert.Equal(fields, Ranges.Check(detail).Select(violation => violation.Field));
}
