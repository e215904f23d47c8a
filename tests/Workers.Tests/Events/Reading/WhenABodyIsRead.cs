using System.Text.Json.Nodes;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Tests.Events.Reading;

public sealed class WhenABodyIsRead
{
    private const string MessageId = "sqs-message-id";
    private static readonly EventRegistry Registry = EventCatalog.Build();

    [Fact]
    public void It_gives_the_envelope_the_metadata_and_the_detail()
    {
        var received = Read(Bodies.OrderPlacedDetail);

        Assert.Equal(new EventEnvelope(EventNames.OrderPlaced, Utc("2026-01-15T10:00:01Z")), received.Envelope);
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
        Assert.Equal(Utc("2026-01-15T10:00:00Z"), order.Timestamp);
    }

    [Fact]
    public void A_detail_that_is_text_is_unwrapped()
    {
        var received = Read(JsonValue.Create(Bodies.OrderPlacedDetail).ToJsonString());

        Assert.Equal("ORD-20260115-3f9a2b7c1d0e", Assert.IsType<OrderPlaced>(received.Detail).OrderId);
    }

    [Fact]
    public void Another_spelling_is_the_same_event()
    {
        var received = Read("""{"productId":"P1","restock":5}""", EventNames.StockUpdated);

        Assert.Equal(new InventoryUpdated("P1", Restock: 5), received.Detail);
        Assert.Equal(EventNames.StockUpdated, received.Envelope.Name);
    }

    [Theory]
    [InlineData("""{"productId":"P1","restock":5}""")]
    [InlineData("""{"productId":"P1","restock":5,"metadata":null}""")]
    [InlineData("""{"productId":"P1","restock":5,"metadata":{}}""")]
    [InlineData("""{"productId":"P1","restock":5,"metadata":{"eventId":null}}""")]
    public void Without_metadata_the_envelopes_id_stands_in(string detail)
    {
        var received = Read(detail, EventNames.InventoryUpdated);

        Assert.Equal(new EventMetadata(Bodies.EnvelopeId, Bodies.EnvelopeId), received.Metadata);
    }

    [Fact]
    public void Without_metadata_and_an_envelopes_id_the_messages_id_stands_in()
    {
        var received = Registry.Read(
            """{"source":"ecommerce.inventory","detail-type":"Inventory Updated","time":"2026-01-15T10:00:01Z","detail":{"productId":"P1","restock":5}}""",
            MessageId);

        Assert.Equal(MessageId, received.Metadata.EventId);
    }

    [Fact]
    public void An_event_without_a_correlation_id_starts_a_chain()
    {
        var received = Read("""{"productId":"P1","restock":5,"metadata":{"eventId":"E1"}}""", EventNames.InventoryUpdated);

        Assert.Equal(new EventMetadata("E1", "E1"), received.Metadata);
    }

    [Fact]
    public void A_newer_minor_version_is_read_and_what_it_adds_is_ignored()
    {
        var received = Read(
            """{"productId":"P1","restock":5,"colour":{"a":[1,{}]},"metadata":{"eventVersion":"1.7","tenant":"x"}}""",
            EventNames.InventoryUpdated);

        Assert.Equal(new InventoryUpdated("P1", Restock: 5), received.Detail);
        Assert.Equal("1.7", received.Metadata.EventVersion);
    }

    [Theory]
    [InlineData("2026-01-15T10:00:00")]
    [InlineData("2026-01-15T10:00:00.0000000Z")]
    [InlineData("2026-01-15T12:30:00+02:30")]
    public void Times_are_utc_whatever_their_offset(string timestamp)
    {
        var received = Read($$"""{"productId":"P1","restock":5,"timestamp":"{{timestamp}}"}""", EventNames.InventoryUpdated);

        Assert.Equal((Utc("2026-01-15T10:00:00Z"), TimeSpan.Zero), (received.Detail.OccurredAt, received.Detail.OccurredAt!.Value.Offset));
    }

    [Fact]
    public void An_envelope_without_a_time_takes_the_details()
    {
        var received = Registry.Read(
            """{"source":"ecommerce.inventory","detail-type":"Inventory Updated","detail":{"productId":"P1","restock":5,"timestamp":"2026-01-15T10:00:00Z"}}""",
            MessageId);

        Assert.Equal(Utc("2026-01-15T10:00:00Z"), received.Envelope.Time);
    }

    [Fact]
    public void It_allocates_little()
    {
        var body = Bodies.Envelope(EventNames.OrderPlaced, Bodies.OrderPlacedDetail);
        Registry.Read(body, MessageId);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Registry.Read(body, MessageId);
        }

        // Of the engine's 4 KB per message.
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 1, 2_600);
    }

    private static ReceivedEvent Read(string detail, EventName? name = null) =>
        Registry.Read(Bodies.Envelope(name ?? EventNames.OrderPlaced, detail), MessageId);

    private static DateTimeOffset Utc(string time) => DateTimeOffset.Parse(time, null);
}
