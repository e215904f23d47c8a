using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Workers.AuditTrail;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Operations.Reading;

namespace Workers.Tests.Operations;

public sealed class WhenARecordedEventIsRead
{
    private const string Detail =
        """{"orderId":"ORD-1","customerId":"C-1","amount":10,"items":[{"productId":"LAMP","quantity":1}]}""";

    [Fact]
    public void Its_envelope_is_one_that_a_queue_could_have_got()
    {
        var read = EventCatalog.Build().Read(RecordedEvent.Of(Row("placed-1"))!.Body, "m-1");

        var placed = Assert.IsType<OrderPlaced>(read.Detail);
        Assert.Equal(("ORD-1", "placed-1", FakeTime.Start), (placed.OrderId, read.Metadata.EventId, read.Envelope.Time));
    }

    [Fact]
    public void An_id_with_quotes_breaks_no_envelope()
    {
        const string Odd = "a \"quoted\" id\n";

        Assert.Equal(Odd, JsonElement.Parse(RecordedEvent.Of(Row(Odd))!.Body).GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("order#ORD-1", "ORD-1")]
    [InlineData("order#~0123456789abcdef0123456789abcdef", null)]
    [InlineData("product#LAMP", null)]
    public void The_order_is_known_where_the_row_is_one_of_its(string entity, string? orderId)
    {
        var row = Row("placed-1");
        row[AuditColumns.Entity] = new(entity);

        Assert.Equal(orderId, RecordedEvent.Of(row)!.OrderId);
    }

    [Theory]
    [InlineData(AuditColumns.Source)]
    [InlineData(AuditColumns.Type)]
    [InlineData(AuditColumns.EventId)]
    [InlineData(AuditColumns.OccurredAt)]
    [InlineData(AuditColumns.Detail)]
    public void A_row_that_lost_an_attribute_is_none(string attribute)
    {
        var row = Row("placed-1");
        row.Remove(attribute);

        Assert.Null(RecordedEvent.Of(row));
    }

    private static Dictionary<string, AttributeValue> Row(string eventId) => new()
    {
        [AuditColumns.Entity] = new(AuditEntity.Of(AuditEntity.Order, "ORD-1")),
        [AuditColumns.Source] = new(EventNames.OrderPlaced.Source),
        [AuditColumns.Type] = new(EventNames.OrderPlaced.DetailType),
        [AuditColumns.EventId] = new(eventId),
        [AuditColumns.OccurredAt] = new(SortableTime.Of(FakeTime.Start)),
        [AuditColumns.Detail] = new(Detail),
    };
}
