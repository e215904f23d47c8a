using Workers.Contracts;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.Tests.Events.Reading;

public sealed class WhenABodyIsPoison
{
    private static readonly EventRegistry Registry = EventCatalog.Build();

    [Theory]
    [InlineData("", "The body: is not valid JSON")]
    [InlineData("not json", "The body: is not valid JSON")]
    [InlineData("{} {}", "The body: is not valid JSON")]
    [InlineData("""{"source":"a","detail-type":"b\ud800","detail":{}}""", "The body: detail-type: must be text")]
    [InlineData("null", "The body: must be an object")]
    [InlineData("[]", "The body: must be an object")]
    [InlineData("\"text\"", "The body: must be an object")]
    [InlineData("{}", "The body: source: is required")]
    [InlineData("""{"source":"s"}""", "The body: detail-type: is required")]
    [InlineData("""{"source":7,"detail-type":"b","detail":{}}""", "The body: source: must be text")]
    [InlineData("""{"source":"a","source":"a","detail-type":"b","detail":{}}""", "The body: source: appears more than once")]
    [InlineData("""{"source":"a","detail-type":"b","id":"","detail":{}}""", "The body: id: must have 1 to 128 characters: letters A to Z, digits, - and _, with single dots between them")]
    [InlineData("""{"source":"a","detail-type":"b"}""", "The body: detail: is required")]
    [InlineData("""{"source":"a","detail-type":"b","detail":[]}""", "The body: detail: must be an object")]
    [InlineData("""{"source":"a","detail-type":"b","detail":null}""", "The body: detail: must be an object")]
    [InlineData("""{"source":"a","detail-type":"b","detail":{},"time":"yesterday"}""", "The body: time: must be a time in ISO 8601")]
    public void An_envelope_out_of_order_is_told_by_its_field(string body, string reason)
    {
        var poison = Assert.Throws<PoisonEventException>(() => Registry.Read(body, "M1"));

        Assert.StartsWith(reason, poison.Message, StringComparison.Ordinal);
        Assert.Equal("M1", poison.EventId);
    }

    [Theory]
    [InlineData("\"not json\"", "is not valid JSON")]
    [InlineData("\"[]\"", "must be an object")]
    [InlineData("{}", "orderId: is required; customerId: is required; items: is required; amount: is required")]
    [InlineData("""{"orderId":null,"customerId":"C","items":[],"amount":1}""", "orderId: is required")]
    [InlineData("""{"orderId":1,"customerId":"C","items":{},"amount":"1"}""", "orderId: must be text; items: must be a list; amount: must be a number within range")]
    [InlineData("""{"orderId":"O","customerId":"C","items":[{"productId":"P","quantity":1.5}],"amount":1}""", "items[0].quantity: must be a whole number within range")]
    [InlineData("""{"orderId":"O","customerId":"C","items":[{"productId":"P","quantity":99999999999}],"amount":1}""", "items[0].quantity: must be a whole number within range")]
    [InlineData("""{"orderId":"O","customerId":"C","items":[{"productId":"P","quantity":1}],"amount":1e99}""", "amount: must be a number within range")]
    [InlineData("""{"orderId":"O","customerId":"C","items":[{"quantity":1},7],"amount":1}""", "items[0].productId: is required; items[1]: must be an object")]
    [InlineData("""{"orderId":"O","customerId":"C","items":[null],"amount":1}""", "items[0]: must be an object")]
    [InlineData("""{"orderId":"O","orderId":"P","customerId":"C","items":[],"amount":1}""", "orderId: appears more than once")]
    [InlineData("""{"orderId":"O","customerId":"C","items":[{"productId":"P","quantity":1}],"amount":1,"timestamp":5}""", "timestamp: must be a time in ISO 8601")]
    [InlineData("""{"orderId":"","customerId":"C","items":[],"amount":-1}""", "orderId: must have 1 to 128 characters: letters A to Z, digits, - and _, with single dots between them; items: must hold at least one line; amount: must be from 0 to 1,000,000,000,000")]
    [InlineData("""{"orderId":"\ud800","customerId":"C","items":[],"amount":1}""", "orderId: must be text")]
    public void A_detail_out_of_shape_or_range_is_told_field_by_field(string detail, string problems)
    {
        var poison = Assert.Throws<PoisonEventException>(() => Read(detail));

        Assert.StartsWith($"ecommerce.orders/Order Placed: {problems}", poison.Message, StringComparison.Ordinal);
        Assert.Equal(Bodies.EnvelopeId, poison.EventId);
    }

    [Fact]
    public void What_could_be_read_of_it_is_told()
    {
        var poison = Assert.Throws<PoisonEventException>(() => Read("""{"metadata":{"eventId":"E","correlationId":"C"}}"""));

        Assert.Equal(("E", "C", "Order Placed"), (poison.EventId, poison.CorrelationId, poison.DetailType));
    }

    [Theory]
    [InlineData("7", "metadata: must be an object")]
    [InlineData("""{"eventId":7}""", "metadata.eventId: must be text")]
    [InlineData("""{"eventId":""}""", "metadata.eventId: must have 1 to 128 characters: letters A to Z, digits, - and _, with single dots between them")]
    [InlineData("""{"eventId":"E","eventId":"F"}""", "metadata.eventId: appears more than once")]
    [InlineData("""{"correlationId":""}""", "metadata.correlationId: must have 1 to 128 characters: letters A to Z, digits, - and _, with single dots between them")]
    [InlineData("""{"causationId":""}""", "metadata.causationId: must have 1 to 128 characters: letters A to Z, digits, - and _, with single dots between them")]
    [InlineData("""{"eventVersion":"one"}""", "metadata.eventVersion: must be major.minor, such as 1.0")]
    [InlineData("""{"eventVersion":"1"}""", "metadata.eventVersion: must be major.minor, such as 1.0")]
    [InlineData("""{"eventVersion":"-1.0"}""", "metadata.eventVersion: must be major.minor, such as 1.0")]
    [InlineData("""{"eventVersion":"99999999999.0"}""", "metadata.eventVersion: must be major.minor, such as 1.0")]
    [InlineData("""{"eventVersion":"2.0"}""", "metadata.eventVersion: has a major, 2, that is not known here")]
    public void Metadata_out_of_order_is_told_by_its_field(string metadata, string problem)
    {
        var poison = Assert.Throws<PoisonEventException>(
            () => Read($$"""{"orderId":"O","customerId":"C","items":[{"productId":"P","quantity":1}],"amount":1,"metadata":{{metadata}}}"""));

        Assert.Equal($"ecommerce.orders/Order Placed: {problem}", poison.Message);
        Assert.Equal(Bodies.EnvelopeId, poison.EventId);
    }

    [Fact]
    public void It_is_told_by_the_event_id_where_that_can_be_read()
    {
        var poison = Assert.Throws<PoisonEventException>(() => Read("""{"metadata":{"eventId":"E1"}}"""));

        Assert.Equal("E1", poison.EventId);
    }

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        var nested = string.Concat(Enumerable.Repeat("""{"a":""", 1_000)) + "1" + new string('}', 1_000);

        var poison = Assert.Throws<PoisonEventException>(() => Read(nested));

        Assert.StartsWith("The body: is not valid JSON, or nested too deeply", poison.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_problems_are_told_in_part_and_kept_whole()
    {
        var items = string.Join(",", Enumerable.Repeat("""{"productId":"P","quantity":0}""", 30));

        var poison = Assert.Throws<PoisonEventException>(
            () => Read($$"""{"orderId":"O","customerId":"C","items":[{{items}}],"amount":1}"""));

        Assert.EndsWith("items[9].quantity: must be from 1 to 1,000,000; and 20 more", poison.Message, StringComparison.Ordinal);
        Assert.Equal(30, poison.Violations.Count);
    }

    [Fact]
    public void An_event_without_any_time_is_refused()
    {
        var poison = Assert.Throws<PoisonEventException>(() => Registry.Read(
            """{"source":"ecommerce.inventory","detail-type":"Inventory Updated","detail":{"productId":"P1","restock":5}}""",
            "M1"));

        Assert.Equal("ecommerce.inventory/Inventory Updated: time: is required", poison.Message);
    }

    private static void Read(string detail) => Registry.Read(Bodies.Envelope(EventNames.OrderPlaced, detail), "M1");
}
