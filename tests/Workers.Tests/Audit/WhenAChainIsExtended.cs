using Workers.AuditTrail;
using Workers.Contracts;
using Workers.Effects.Decisions;

namespace Workers.Tests.Audit;

public sealed class WhenAChainIsExtended : IDisposable
{
    private readonly AuditBooks _books = new();

    public void Dispose() => _books.Dispose();

    [Fact]
    public void Its_name_is_the_day_of_recording_and_the_shard_of_the_instance()
    {
        _books.Hears("""{"orderId":"a"}""", time: "2020-02-02T00:00:00Z");

        Assert.Equal($"2026-01-15#{InstanceShard.Of("audit-0", 16):00}", Assert.Single(_books.Heads).Chain);
    }

    [Fact]
    public void A_link_hashes_its_row_and_the_link_before_it_and_the_head_tells_of_the_last()
    {
        _books.Hears("""{"orderId":"a"}""", id: "1").Hears("""{"orderId":"b"}""", id: "2");

        var (first, second) = (_books.Links[0], _books.Links[1]);
        Assert.Equal(("order#a", AuditHash.Of(_books.Rows[0].Attributes)), (first.Entity, first.RowHash));
        Assert.Equal((AuditHash.Of("", first), AuditHash.Of(first.Hash, second)), (first.Hash, second.Hash));
        Assert.Equal((2, second.Hash), (_books.Heads[0].Count, _books.Heads[0].Hash));
        Assert.Equal(1, _books.Rows[0].Number("link"));
    }

    [Fact]
    public void A_run_of_messages_extends_it_in_one_transaction()
    {
        foreach (var index in Enumerable.Range(0, 30))
        {
            _books.Worker.ReceivesBody(AuditBooks.EnvelopeOf($$"""{"orderId":"{{index}}"}""", id: $"{index}"));
        }

        _books.Worker.RunUntilQuiet();

        Assert.Equal(30, _books.Links.Count);
        Assert.InRange(_books.Worker.Store.Commits.Count, 1, 6);
        Assert.Empty(_books.Verify());
    }

    [Fact]
    public void An_instance_that_overtakes_another_on_its_chain_loses_no_event()
    {
        _books.Hears("""{"orderId":"a"}""", id: "1");
        var head = _books.Heads[0];
        var rival = head.Next("order#rival", "at", "hash");
        _books.Worker.Store.MeetsFirst(() =>
        {
            var key = new ItemKey(Topology.AuditChainTable, "chain", head.Chain, "number", "0", SortIsNumber: true);
            _books.Worker.Store[key] = _books.Worker.Store[key]!.With("count", 2m).With("hash", rival.Hash);
        });

        _books.Hears("""{"orderId":"b"}""", id: "2");

        Assert.Equal([1L, 3L], _books.Links.Select(link => link.Number));
        Assert.Equal(AuditHash.Of(rival.Hash, _books.Links[1]), _books.Links[1].Hash);
    }

    [Fact]
    public void A_new_day_begins_a_new_chain()
    {
        _books.Hears("""{"orderId":"a"}""", id: "1");
        _books.Worker.Advance(TimeSpan.FromDays(1));
        _books.Hears("""{"orderId":"b"}""", id: "2");

        Assert.Equal([1L, 1L], _books.Heads.Select(head => head.Count));
        Assert.Empty(_books.Verify());
    }

    [Fact]
    public void Where_events_are_kept_for_a_time_the_whole_chain_of_a_day_expires_together()
    {
        using var books = new AuditBooks(keepFor: TimeSpan.FromDays(30));
        books.Hears("""{"orderId":"a","customerId":"c"}""", id: "1");
        books.Worker.Advance(TimeSpan.FromHours(5));
        books.Hears("""{"orderId":"b"}""", id: "2");

        var expiresAt = new DateTimeOffset(2026, 2, 15, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        Assert.Equal(expiresAt, Assert.Single(books.Heads).ExpiresAt);
        Assert.All(books.Links, link => Assert.Equal(expiresAt, link.ExpiresAt));
        Assert.All([.. books.Rows, .. books.References], row => Assert.Equal(expiresAt, row.Number("expiresAt")));
        Assert.Empty(books.Verify());
    }
}
