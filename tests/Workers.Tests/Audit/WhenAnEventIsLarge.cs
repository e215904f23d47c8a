using Workers.AuditTrail;

namespace Workers.Tests.Audit;

public sealed class WhenAnEventIsLarge : IDisposable
{
    private readonly AuditBooks _books = new();

    public void Dispose() => _books.Dispose();

    [Fact]
    public void Its_detail_is_packed_and_can_be_read_again()
    {
        var detail = $$"""{"orderId":"a","note":"{{new string('ä', 250_000)}}"}""";

        _books.Hears(detail);

        var row = Assert.Single(_books.Rows);
        Assert.Null(row.Text("detail"));
        Assert.InRange(row.Attributes["packedDetail"].B.Length, 1, 10_000);
        Assert.Equal(detail, AuditDetail.Read(row.Attributes));
    }

    [Fact]
    public void One_that_fits_no_row_even_packed_is_dead_lettered_with_the_reason()
    {
        var noise = Convert.ToBase64String(Noise(700_000));

        _books.Hears($$"""{"orderId":"a","note":"{{noise}}"}""").Hears("""{"orderId":"b"}""");

        Assert.Matches("An item of table audit would take [0-9]+ bytes; the most is", Assert.Single(_books.Worker.DeadLetters).Reason);
        Assert.Equal("order#b", Assert.Single(_books.Rows).Text("entity"));
        Assert.Empty(_books.Verify());
    }

    [Fact]
    public void The_largest_order_is_about_all_that_it_names()
    {
        var items = string.Join(',', Enumerable.Range(0, 90).Select(index => $$"""{"productId":"P-{{index}}"}"""));

        _books.Hears($$"""{"orderId":"a","customerId":"c","ticketId":"t","items":[{{items}}]}""");

        Assert.Equal(92, _books.References.Count);
        Assert.Null(_books.Rows[0].Number("leftOut"));
    }

    [Fact]
    public void One_that_names_more_than_a_transaction_can_write_says_how_many_are_left_out()
    {
        var items = string.Join(',', Enumerable.Range(0, 1_000).Select(index => $$"""{"productId":"P-{{index}}"}"""));

        _books.Hears($$"""{"orderId":"a","items":[{{items}}]}""");

        Assert.Equal(96, _books.References.Count);
        Assert.Equal(1_000 - 96, _books.Rows[0].Number("leftOut"));
        Assert.Empty(_books.Worker.DeadLetters);
    }

    // Bytes that nobody can compress, the same in every run.
    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }
}
