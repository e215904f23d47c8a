using Workers.Contracts.Events;
using Workers.Orders;

namespace Workers.Tests.Orders;

public sealed class WhenTheTimeOfAnOrderIsOver : IDisposable
{
    private readonly HandlerTest _deadlines = new(builder => builder.AddOrders(), "OrderDeadlines");

    public void Dispose() => _deadlines.Dispose();

    [Fact]
    public void An_order_that_nobody_has_heard_of_waits_for_itself()
    {
        _deadlines.Receives(new OrderPlaced("ORD-1", "CUST-1", [new("LAPTOP", 1)], 90m), "placed");
        _deadlines.RunUntilQuiet();

        Assert.Empty(_deadlines.Published);
        Assert.Empty(_deadlines.DeadLetters);
        Assert.Contains(_deadlines.Store.Items, item => item.Key.PartitionValue == "ORD-1");
    }
}
