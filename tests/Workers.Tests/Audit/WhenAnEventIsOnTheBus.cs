using Workers.AuditTrail;

namespace Workers.Tests.Audit;

public sealed class WhenAnEventIsOnTheBus : IDisposable
{
    private const string Placed =
        """{"orderId":"ORD-1","customerId":"CUST-1","items":[{"productId":"P-1"},{"productId":"P-2"},{"productId":"P-1"}],"metadata":{"eventId":"evt-1","correlationId":"corr-1","causationId":"cause-1"}}""";

    private readonly AuditBooks _books = new();

    public void Dispose() => _books.Dispose();

    [Fact]
    public void Its_order_holds_it_whole()
    {
        _books.Hears(Placed);

        var row = Assert.Single(_books.Rows);
        Assert.Equal("order#ORD-1", row.Text("entity"));
        Assert.StartsWith("2026-01-15T10:05:30.0000000Z#evt-1#", row.Text("at"), StringComparison.Ordinal);
        Assert.Equal(
            ("ecommerce.orders", "Order Placed", "evt-1", "corr-1", "cause-1"),
            (row.Text("source"), row.Text("type"), row.Text("eventId"), row.Text("correlationId"), row.Text("causationId")));
        Assert.Equal(("2026-01-15T10:05:30.0000000Z", "2026-01-15T10:00:00.0000000Z"), (row.Text("occurredAt"), row.Text("recordedAt")));
        Assert.Equal(Placed, row.Text("detail"));
        Assert.Null(row.Number("expiresAt"));
    }

    [Fact]
    public void Each_other_entity_once_points_to_it()
    {
        _books.Hears(Placed);

        Assert.Equal(["customer#CUST-1", "product#P-1", "product#P-2"], _books.References.Select(row => row.Text("entity")));
        Assert.All(_books.References, row => Assert.Equal(("order#ORD-1", _books.Rows[0].Text("at")), (row.Text("heldBy"), row.Text("at"))));
        Assert.All(_books.References, row => Assert.Null(row.Text("detail")));
    }

    [Theory]
    [InlineData("""{"order_id":"a","data":{"user_id":"b"},"items":[{"item_id":"c"}]}""", "order#a", "customer#b", "product#c")]
    [InlineData("""{"data":{"orderId":"a","userId":"b","items":[{"itemId":"c"},{"product_id":"d"}]}}""", "order#a", "customer#b", "product#c", "product#d")]
    [InlineData("""{"ticketId":"t","customer_id":"b"}""", "ticket#t", "customer#b")]
    [InlineData("""{"orderId":"a","items":["laptop","mouse","",7]}""", "order#a", "product#laptop", "product#mouse")]
    [InlineData("""{"customerId":42,"productId":7}""", "customer#42", "product#7")]
    [InlineData("""{"productId":"p","customerId":null,"orderId":"","ticketId":{}}""", "product#p")]
    [InlineData("""{"other":{"orderId":"a"},"items":"none","data":[]}""", "source#ecommerce.orders")]
    [InlineData("{}", "source#ecommerce.orders")]
    [InlineData("\"no object\"", "source#ecommerce.orders")]
    public void What_it_is_about_is_told_by_its_members_names(string detail, params string[] entities)
    {
        _books.Hears(detail);

        Assert.Equal(entities, _books.Rows.Concat(_books.References).Select(row => row.Text("entity")));
        Assert.Empty(_books.Worker.DeadLetters);
    }

    [Fact]
    public void It_is_kept_whoever_states_it_and_whether_or_not_anybody_knows_it()
    {
        _books.Hears("""{"orderId":"a"}""", source: "somebody else's", type: "never heard of");

        Assert.Equal(("somebody else's", "never heard of"), (_books.Rows[0].Text("source"), _books.Rows[0].Text("type")));
    }

    [Fact]
    public void Metadata_that_is_not_in_order_is_kept_as_it_is_and_the_event_has_the_envelope_s_id()
    {
        const string Detail = """{"orderId":"a","metadata":{"eventId":{},"correlationId":7}}""";

        _books.Hears(Detail);

        Assert.Equal((Detail, "envelope-1", "envelope-1"), (_books.Rows[0].Text("detail"), _books.Rows[0].Text("eventId"), _books.Rows[0].Text("correlationId")));
    }

    [Theory]
    [InlineData("ORD/1 ä#\\u0000")]
    [InlineData("..")]
    public void An_id_that_is_none_is_told_by_its_digest(string id)
    {
        _books.Hears($$"""{"orderId":"{{id}}"}""");

        Assert.Matches("^order#~[0-9a-f]{32}$", _books.Rows[0].Text("entity"));
    }

    [Fact]
    public void An_id_or_a_source_of_any_length_breaks_no_key()
    {
        _books.Hears($$"""{"orderId":"{{new string('x', 5_000)}}"}""");
        _books.Hears("{}", source: new string('s', 5_000));

        Assert.Equal(2, _books.Rows.Count);
        Assert.Equal(AuditEntity.Parse($"order#{new string('x', 5_000)}"), _books.Rows[0].Text("entity"));
    }

    [Fact]
    public void Half_of_a_surrogate_pair_loses_nothing()
    {
        _books.Hears("""{"orderId":"a","customerId":"\ud800","data":{"\udfff":1}}""");

        Assert.Equal("order#a", Assert.Single(_books.Rows).Text("entity"));
    }

    [Fact]
    public void A_body_that_is_no_envelope_is_dead_lettered()
    {
        _books.Worker.ReceivesBody("this is no event");
        _books.Worker.RunUntilQuiet();

        Assert.Single(_books.Worker.DeadLetters);
        Assert.Empty(_books.Rows);
    }
}
