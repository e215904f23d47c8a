using Workers.Contracts;

namespace Workers.Tests.Audit;

public sealed class WhenAnEventComesAgain : IDisposable
{
    private const string Said = """{"orderId":"a","metadata":{"eventId":"evt-1"}}""";

    private readonly AuditBooks _books = new();

    public void Dispose() => _books.Dispose();

    [Theory]
    [InlineData("envelope-1", "2026-01-15T10:05:30Z")]   // the same message again, or a replay
    [InlineData("envelope-2", "2026-01-15T10:06:00Z")]   // put on the bus twice
    public void It_is_on_record_once(string envelope, string time)
    {
        _books.Hears(Said).Hears(Said, id: envelope, time: time);

        Assert.Single(_books.Rows);
        Assert.Single(_books.Links);
        Assert.Empty(_books.Worker.DeadLetters);
    }

    [Fact]
    public void Other_metadata_of_the_same_fact_make_no_other_fact()
    {
        _books.Hears(Said).Hears("""{"metadata":{"eventId":"evt-1","traceparent":"other"},"orderId":"a"}""");

        Assert.Single(_books.Rows);
    }

    [Theory]
    [InlineData("""{"orderId":"a","amount":1,"metadata":{"eventId":"evt-1"}}""", "ecommerce.orders", "Order Placed")]
    [InlineData(Said, "another source", "Order Placed")]
    [InlineData(Said, "ecommerce.orders", "Another type")]
    public void Another_fact_under_its_id_has_a_row_of_its_own(string detail, string source, string type)
    {
        _books.Hears(Said).Hears(detail, source, type);

        Assert.Equal(2, _books.Rows.Count);
        Assert.Equal(["evt-1", "evt-1"], _books.Rows.Select(row => row.Text("eventId")));
        Assert.Empty(_books.Verify());
    }

    [Fact]
    public void A_replay_that_no_marker_remembers_finds_the_row()
    {
        _books.Hears(Said);
        using var later = new AuditBooks();
        foreach (var (key, item) in _books.Worker.Store.Items.Where(item => item.Key.Table != Topology.IdempotencyTable))
        {
            later.Worker.Store[key] = item;
        }

        later.Hears(Said);

        Assert.Single(later.Rows);
        Assert.Single(later.Links);
        Assert.Empty(later.Worker.DeadLetters);
        Assert.Empty(later.Verify());
    }

    [Fact]
    public void A_fact_whose_key_another_one_has_is_dead_lettered_and_not_lost()
    {
        _books.Hears(Said);
        using var later = new AuditBooks();
        foreach (var (key, item) in _books.Worker.Store.Items.Where(item => item.Key.Table == Topology.AuditTable))
        {
            later.Worker.Store[key] = item.With("fingerprint", item.Text("fingerprint")![..8] + new string('0', 56));
        }

        later.Hears(Said);

        Assert.Contains("the same key", Assert.Single(later.Worker.DeadLetters).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_outage_interrupts_is_recorded_once()
    {
        _books.Worker.Store.LosesAnswer();

        _books.Hears(Said);

        Assert.Single(_books.Rows);
        Assert.Empty(_books.Verify());
    }

    [Fact]
    public void Any_order_of_many_makes_one_row_of_each_and_a_chain_of_all()
    {
        for (var copy = 0; copy < 3; copy++)
        {
            foreach (var index in Enumerable.Range(0, 40).OrderBy(index => (index * 7 * (copy + 1)) % 41))
            {
                _books.Worker.ReceivesBody(AuditBooks.EnvelopeOf($$"""{"orderId":"o-{{index % 5}}","metadata":{"eventId":"e-{{index}}"} }"""));
            }
        }

        _books.Worker.RunUntilQuiet();

        Assert.Equal(40, _books.Rows.Count);
        Assert.Equal(Enumerable.Range(1, 40).Select(number => (long)number), _books.Links.Select(link => link.Number));
        Assert.Empty(_books.Verify());
    }
}
