using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Tests.Events;

namespace Workers.Tests.Contracts;

public sealed class WhenAForeignOrderIsCompleted
{
    [Fact]
    public void Order_customer_total_and_time_are_theirs()
    {
        var received = EventCatalog.Build().Read(
            Bodies.Envelope(
                EventNames.ForeignOrderCompleted,
                """{"order_id":"ORD-001","customer_id":"CUST-001","total":59.98,"timestamp":"2024-01-15T10:00:00Z"}"""),
            "M1");

        var order = Assert.IsType<OrderCompleted>(received.Detail);
        Assert.Equal(
            ("ORD-001", "CUST-001", 59.98m, new DateTimeOffset(2024, 1, 15, 10, 0, 0, TimeSpan.Zero)),
            (order.OrderId, order.CustomerId, order.Amount, order.Timestamp));
    }

    [Theory]
    [InlineData("{}", "order_id: is required")]
    [InlineData("""{"order_id":"O","timestamp":"2024-01-15T10:00:00Z"}""", "customer_id: is required")]
    [InlineData("""{"order_id":"O","customer_id":"C","timestamp":"2024-01-15T10:00:00Z"}""", "total: is required")]
    [InlineData("""{"order_id":"O","customer_id":"C","total":1}""", "timestamp: is required")]
    public void What_is_malformed_is_told(string detail, string problem) =>
        Poison.Told(EventNames.ForeignOrderCompleted, detail, problem);
}
