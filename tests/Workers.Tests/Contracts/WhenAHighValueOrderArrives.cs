using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Events;
using Workers.Events.Reading;
using Workers.Tests.Events;

namespace Workers.Tests.Contracts;

public sealed class WhenAHighValueOrderArrives
{
    private static readonly EventRegistry Registry = EventCatalog.Build();

    [Fact]
    public void It_is_an_event_of_its_own_with_the_order_inside()
    {
        var received = Registry.Read(Bodies.HighValueOrder(Bodies.OrderPlacedDetail), "M1");

        var alert = Assert.IsType<HighValueOrder>(received.Detail);
        Assert.Equal(("HIGH_VALUE_ORDER", "urgent"), (alert.AlertType, alert.Priority));
        Assert.Equal("ORD-20260115-3f9a2b7c1d0e", alert.Order!.OrderId);
        Assert.Equal(EventNames.HighValueOrder, received.Envelope.Name);
    }

    [Fact]
    public void Its_envelope_and_metadata_are_those_of_the_order_placed()
    {
        var inner = Registry.Read(Bodies.Envelope(EventNames.OrderPlaced, Bodies.OrderPlacedDetail), "M1");

        var received = Registry.Read(Bodies.HighValueOrder(Bodies.OrderPlacedDetail), "M2");

        Assert.Equal(inner.Metadata, received.Metadata);
        Assert.Equal(inner.Envelope with { Name = EventNames.HighValueOrder }, received.Envelope);
        Assert.Equal(inner.Detail.OccurredAt, received.Detail.OccurredAt);
    }

    [Theory]
    [InlineData("""{"alertType":"HIGH_VALUE_ORDER"}""", "The body: priority: is required")]
    [InlineData("""{"alertType":"HIGH_VALUE_ORDER","priority":"urgent","event":"{}"}""", "The body: event: must be an object")]
    [InlineData("""{"alertType":"HIGH_VALUE_ORDER","priority":"urgent","event":{}}""", "The body: event.source: is required")]
    [InlineData("""{"alertType":"HIGH_VALUE_ORDER","priority":"urgent","event":{"source":"orders"}}""", "The body: event.source: must be ecommerce.orders")]
    [InlineData("""{"alertType":"HIGH_VALUE_ORDER","event":{"source":"ecommerce.orders","detail-type":"Order Placed"}}""", "The body: priority: is required")]
    [InlineData("""{"alertType":"HIGH_VALUE_ORDER","priority":"urgent","event":{"source":"ecommerce.orders","detail-type":"Order Placed"}}""", "The body: event.detail: is required")]
    [InlineData("""{"alertType":"LOW_VALUE_ORDER"}""", "The body: source: is required")]
    [InlineData("""{"alertType":7}""", "The body: source: is required")]
    public void A_body_out_of_order_is_poison(string body, string reason)
    {
        var poison = Assert.Throws<PoisonEventException>(() => Registry.Read(body, "M1"));

        Assert.Equal(reason, poison.Message);
    }

    [Fact]
    public void A_rule_with_a_constant_input_is_heard_though_it_does_not_say_which_order()
    {
        var received = Registry.Read("""{"alertType":"HIGH_VALUE_ORDER","priority":"urgent"}""", "M1", FakeTime.Start);

        Assert.Equal(new HighValueOrder("HIGH_VALUE_ORDER", "urgent"), received.Detail);
        Assert.Equal(("M1", FakeTime.Start), (received.Metadata.EventId, received.Envelope.Time));
    }

    [Fact]
    public void The_order_inside_is_held_to_the_same_ranges()
    {
        const string Detail = """{"orderId":"O","customerId":"C","items":[{"productId":"P","quantity":0}],"amount":200,"metadata":{"eventId":"E1"}}""";

        var poison = Assert.Throws<PoisonEventException>(() => Registry.Read(Bodies.HighValueOrder(Detail), "M1"));

        Assert.Equal("ecommerce.orders/High Value Order: order.items[0].quantity: must be from 1 to 1,000,000", poison.Message);
        Assert.Equal("E1", poison.EventId);
    }
}
