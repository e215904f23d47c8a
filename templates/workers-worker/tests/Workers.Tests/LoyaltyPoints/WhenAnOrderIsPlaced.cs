using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.LoyaltyPoints;
using Workers.LoyaltyPoints.Handlers;

namespace Workers.Tests.LoyaltyPoints;

public sealed class WhenAnOrderIsPlaced : IDisposable
{
    private readonly HandlerTest _test = new(builder => builder.AddLoyaltyPointsQueue());

    private decimal? Orders => _test.Store[OrderPlacedHandler.RowOf("CUST-1")]?.Number(LoyaltyPointsColumns.PlacedOrders);

    public void Dispose() => _test.Dispose();

    [Fact]
    public void It_counts_for_its_customer()
    {
        _test.Receives(Order("ORD-1"));
        _test.Receives(Order("ORD-2"));
        _test.RunUntilQuiet();

        Assert.Equal(2, Orders);
    }

    [Fact]
    public void It_counts_once_whatever_comes_again()
    {
        _test.Receives(Order("ORD-1"), eventId: "event-1");
        _test.Receives(Order("ORD-1"), eventId: "event-1");
        _test.Receives(Order("ORD-1"), eventId: "event-2");
        _test.RunUntilQuiet();

        Assert.Equal(1, Orders);
    }

    private static OrderPlaced Order(string orderId) => new(orderId, "CUST-1", [new OrderItem("LAPTOP-001", 1)], 59.98m);
}
