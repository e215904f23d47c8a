using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Events;
using Workers.Events.Reading;
using Workers.Tests.Events;

namespace Workers.Tests.Contracts;

public sealed class WhenTheOrderServiceCreatesAnOrder
{
    private const string Order = """ "data":{"orderId":"O","userId":"C","total":1,"items":[{"productId":"P","quantity":1}]} """;

    [Fact]
    public void Its_user_is_the_customer_and_its_own_id_is_the_events()
    {
        var received = Read(ForeignDetails.OrderService);

        var order = Assert.IsType<OrderPlaced>(received.Detail);
        Assert.Equal(("ORD-002", "CUST-002", 19.99m), (order.OrderId, order.CustomerId, order.Amount));
        Assert.Equal([new OrderItem("MOUSE-001", 1, 19.99m)], order.Items);
        Assert.Equal(new EventMetadata("evt-1", "corr-1"), received.Metadata);
    }

    [Fact]
    public void A_newer_minor_of_theirs_is_read() =>
        Assert.Equal("1.2", Read($$"""{"eventVersion":"1.2",{{Order}}}""").Metadata.EventVersion);

    [Fact]
    public void The_id_that_a_publisher_of_ours_gave_goes_before_theirs() =>
        Assert.Equal(
            new EventMetadata("ours", "theirs-too", EventVersion: "1.2"),
            Read($$$"""{"eventId":"theirs","correlationId":"theirs-too","metadata":{"eventId":"ours"},{{{Order}}}}""").Metadata);

    [Theory]
    [InlineData("{}", "data: is required")]
    [InlineData("""{"data":[]}""", "data: must be an object")]
    [InlineData("""{"data":{}}""", "data.orderId: is required")]
    [InlineData("""{"data":{"orderId":"O","customerId":"C"}}""", "data.userId: is required")]
    [InlineData("""{"data":{"orderId":"O","userId":"C","items":{}}}""", "data.items: must be a list")]
    [InlineData("""{"data":{"orderId":"O","userId":"C","items":[],"total":"1"}}""", "data.total: must be a number")]
    [InlineData("""{"data":{"orderId":"O","userId":"C","items":[{}],"total":1}}""", "items[0].productId: is required; items[0].quantity: is required")]
    [InlineData("""{"eventVersion":"3.0","data":{}}""", "eventVersion: must be 1.minor or 2.minor, the versions that are known here")]
    [InlineData("""{"eventVersion":1.0,"data":{}}""", "eventVersion: must be text")]
    [InlineData("""{"eventId":7,"data":{"orderId":"O","userId":"C","items":[],"total":1}}""", "metadata.eventId: must be text")]
    public void What_is_malformed_is_told(string detail, string problem) =>
        Poison.Told(EventNames.OrderServiceOrderCreated, detail, problem);

    private static ReceivedEvent Read(string detail) =>
        EventCatalog.Build().Read(Bodies.Envelope(EventNames.OrderServiceOrderCreated, detail), "M1");
}
