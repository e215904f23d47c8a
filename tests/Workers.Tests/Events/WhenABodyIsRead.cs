using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Tests.Events;

public sealed class WhenABodyIsRead
{
    private const string MessageId = "sqs-message-id";
    private static readonly EventRegistry Registry = EventCatalog.Build();

    [Fact]
    public void It_gives_the_envelope_the_metadata_and_the_detail()
    {
        var received = Read(Bodies.OrderPlacedDetail);

        Assert.Equal(
            new EventEnvelope(Bodies.EnvelopeId, EventNames.OrderPlaced, DateTimeOffset.Parse("2026-01-15T10:00:01Z", null)),
            received.Envelope);
        Assert.Equal(
            new EventMetadata(
                "01970000-0000-7000-8000-000000000001",
                "01970000-0000-7000-8000-000000000002",
                "01970000-0000-7000-8000-000000000003",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
            received.Metadata);
        var order = Assert.IsType<OrderPlaced>(received.Detail);
        Assert.Equal(("ORD-20260115-3f9a2b7c1d0e", "CUST-001", 59.98m), (order.OrderId, order.CustomerId, order.Amount));
        Assert.Equal([new OrderItem("LAPTOP-001", 2, 29.99m)], order.Items);
        Assert.Equal(DateTimeOffset.Parse("2026-01-15T10:00:00Z", null), order.Timestamp);
    }

    private static ReceivedEvent Read(string detail) =>
        Registry.Read(Bodies.Envelope(EventNames.OrderPlaced, detail), MessageId);
}
