using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Events;
using Workers.Tests.Events;

namespace Workers.Tests.Contracts;

public sealed class WhenAForeignOrderArrives
{
    [Fact]
    public void Snake_case_becomes_an_order()
    {
        var received = EventCatalog.Build().Read(Bodies.Envelope(EventNames.ForeignOrderCreated, ForeignDetails.OrderCreated), "M1");

        var order = Assert.IsType<OrderPlaced>(received.Detail);
        Assert.Equal(("ORD-001", "CUST-001", 59.98m), (order.OrderId, order.CustomerId, order.Amount));
        Assert.Equal([new OrderItem("LAPTOP-001", 2, 29.99m)], order.Items);
        Assert.Equal(DateTimeOffset.Parse("2024-01-15T10:00:00Z", null), order.Timestamp);
        Assert.Equal(new EventMetadata(Bodies.EnvelopeId, Bodies.EnvelopeId, EventVersion: "1.2"), received.Metadata);
        Assert.Equal(EventNames.ForeignOrderCreated, received.Envelope.Name);
    }

    [Theory]
    [InlineData("{}", "order_id: is required")]
    [InlineData("""{"order_id":7}""", "order_id: must be text")]
    [InlineData("""{"order_id":"O","customer_id":"C"}""", "items: is required")]
    [InlineData("""{"order_id":"O","customer_id":"C","items":"laptop"}""", "items: must be a list")]
    [InlineData("""{"order_id":"O","customer_id":"C","items":[7]}""", "items[0]: must be an object")]
    [InlineData("""{"order_id":"O","customer_id":"C","items":[{}]}""", "items[0].item_id: is required")]
    [InlineData("""{"order_id":"O","customer_id":"C","items":[{"item_id":"P","quantity":"2"}]}""", "items[0].quantity: must be a number")]
    [InlineData("""{"order_id":"O","customer_id":"C","items":[{"item_id":"P","quantity":2}]}""", "total: is required")]
    [InlineData("""{"order_id":"O","customer_id":"C","items":[{"item_id":"P","quantity":0}],"total":1}""", "items[0].quantity: must be from 1 to 1,000,000")]
    [InlineData("""{"order_id":"O","customer_id":"C","items":[{"item_id":"P","quantity":1,"price":"1"}],"total":1}""", "items[0].price: must be a number within range")]
    [InlineData("""{"order_id":"O","customer_id":"C","items":[],"total":1}""", "items: must hold at least one line")]
    public void What_is_malformed_is_told_by_their_names(string detail, string problem) =>
        Poison.Told(EventNames.ForeignOrderCreated, detail, problem);
}
