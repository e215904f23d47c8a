using Workers.Contracts.Events;
using Workers.Events;

namespace Workers.Tests.Contracts;

public sealed class WhenADetailIsWithinRange
{
    private static readonly string Id = new('x', 128);

    public static TheoryData<IEventDetail> Details =>
    [
        new OrderPlaced(Id, "C", [new("P", 1_000_000, 0, new('x', 128)), new("Q", 1_000_000)], 1_000_000_000_000m, new('x', 1_024)),
        new OrderPlaced("O", "C", [.. Enumerable.Range(0, 180).Select(i => new OrderItem($"P{i % 90}", 1))], 59.9800000000m),
        new OrderCancelled("O", ""),
        new InventoryUpdated("P", CurrentStock: 0, PreviousStock: 0, Threshold: 0),
        new InventoryUpdated("P", Restock: 1_000_000_000),
        new ReservationFailed("O", "P", ReservationFailure.ProductNotFound, "C", 1, 0),
        new LowStockAlert("P", 0, 0),
        new NotificationSent(new('x', 300), "log", "someone", "order-received"),
    ];

    [Theory]
    [MemberData(nameof(Details))]
    public void Nothing_is_wrong_with_it(IEventDetail detail) => Assert.Empty(Ranges.Check(detail));
}
