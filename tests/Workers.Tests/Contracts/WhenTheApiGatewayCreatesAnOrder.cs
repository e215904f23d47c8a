using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Tests.Events;

namespace Workers.Tests.Contracts;

public sealed class WhenTheApiGatewayCreatesAnOrder
{
    [Fact]
    public void Names_are_products_of_one_unit_each_and_repeats_add_up()
    {
        var received = EventCatalog.Build().Read(Bodies.Envelope(EventNames.ApiGatewayOrderCreated, ForeignDetails.ApiGateway), "M1");

        var order = Assert.IsType<OrderPlaced>(received.Detail);
        Assert.Equal(("ORD-003", "CUST-003", 1029.97m), (order.OrderId, order.CustomerId, order.Amount));
        Assert.Equal([new OrderItem("laptop", 2), new OrderItem("mouse", 1)], order.Items);
    }

    [Theory]
    [InlineData("{}", "orderId: is required")]
    [InlineData("""{"orderId":"O","customerId":"C","items":{}}""", "items: must be a list")]
    [InlineData("""{"orderId":"O","customerId":"C","items":["laptop",7]}""", "items[1]: must be a product's name")]
    [InlineData("""{"orderId":"O","customerId":"C","items":[null]}""", "items[0]: must be a product's name")]
    [InlineData("""{"orderId":"O","customerId":"C","items":["laptop"]}""", "amount: is required")]
    [InlineData("""{"orderId":"O","customerId":"C","items":[""],"amount":1}""", "items[0].productId: must have 1 to 128 characters: letters A to Z, digits, - and _, with single dots between them")]
    public void What_is_malformed_is_told(string detail, string problem) =>
        Poison.Told(EventNames.ApiGatewayOrderCreated, detail, problem);
}
