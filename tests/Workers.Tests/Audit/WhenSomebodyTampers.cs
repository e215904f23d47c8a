using System.Globalization;
using Workers.AuditTrail;

namespace Workers.Tests.Audit;

public sealed class WhenSomebodyTampers
{
    private static readonly ChainLink[] Links = Chain(5);
    private static readonly ChainHead Head = new("c", 5, Links[^1].Hash, null);

    [Fact]
    public void A_chain_that_nobody_touched_is_intact() => Assert.Empty(Check(Links, Head));

    [Fact]
    public void A_link_that_says_something_else_is_found() =>
        Assert.Equal([(AuditFindingKind.AlteredLink, "c/3")], Check([.. Links[..2], Links[2] with { Entity = "order#other" }, .. Links[3..]], Head));

    [Fact]
    public void A_link_that_was_made_anew_does_not_fit_the_next() =>
        Assert.Equal(
            [(AuditFindingKind.AlteredLink, "c/4")],
            Check([.. Links[..2], new ChainHead("c", 2, Links[1].Hash, null).Next("order#other", "at", "row"), .. Links[3..]], Head));

    [Theory]
    [InlineData(0, "c/1")]
    [InlineData(2, "c/3")]
    [InlineData(4, "c/5")]
    public void A_link_that_is_gone_is_found(int index, string where) =>
        Assert.Equal([(AuditFindingKind.RemovedLink, where)], Check([.. Links.Where((_, place) => place != index)], Head));

    [Fact]
    public void A_head_that_was_set_back_does_not_hide_links() =>
        Assert.Equal([(AuditFindingKind.WrongHead, "c")], Check(Links, Head with { Count = 4, Hash = Links[3].Hash }));

    [Fact]
    public void A_head_with_another_hash_or_none_is_found()
    {
        Assert.Equal([(AuditFindingKind.WrongHead, "c")], Check(Links, Head with { Hash = "other" }));
        Assert.Equal([(AuditFindingKind.WrongHead, "c")], Check(Links, null));
        Assert.Equal([(AuditFindingKind.WrongHead, "c")], Check(Links, Head with { ExpiresAt = 1 }));
    }

    [Fact]
    public void Links_that_come_while_the_chain_is_followed_are_no_fault() =>
        Assert.Empty(Check(Links, before: new("c", 3, Links[2].Hash, null), after: new("c", 9, "later", null)));

    [Fact]
    public void A_link_with_more_than_its_hash_tells_of_is_found() =>
        Assert.Equal([(AuditFindingKind.AlteredLink, "c/3")], Check([.. Links[..2], Links[2] with { HasMore = true }, .. Links[3..]], Head));

    [Fact]
    public void Of_a_chain_that_has_expired_parts_may_be_gone() =>
        Assert.Empty(Check([Links[1], Links[2], Links[4]], before: null, after: null, hasExpired: true));

    [Fact]
    public void A_chain_that_somebody_lets_expire_does_not_fit_its_hashes()
    {
        var marked = Links.Select(link => link with { ExpiresAt = 1 }).ToArray();

        var found = Check(marked, Head with { ExpiresAt = 1 }, Head with { ExpiresAt = 1 }, hasExpired: true);

        Assert.Equal(Links.Select(link => (AuditFindingKind.AlteredLink, $"c/{link.Number}")), found);
    }

    [Theory]
    [InlineData("2026-01-15#07", "2026-02-15")]
    [InlineData("9999-12-31#07", null)]
    [InlineData("zzz", null)]
    [InlineData("", null)]
    public void A_chain_cannot_expire_before_the_least_that_is_kept(string chain, string? earliest) =>
        Assert.Equal(earliest, ChainName.EarliestExpiryOf(chain)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("order#a", "detail", AuditFindingKind.AlteredRow)]
    [InlineData("order#a", "references", AuditFindingKind.AlteredRow)]
    [InlineData("order#a", "note", AuditFindingKind.AlteredRow)]
    [InlineData("customer#c", "heldBy", AuditFindingKind.AlteredReference)]
    [InlineData("customer#c", "note", AuditFindingKind.AlteredReference)]
    public void A_row_that_is_not_what_it_was_is_found(string entity, string attribute, AuditFindingKind kind)
    {
        using var books = new AuditBooks().Hears("""{"orderId":"a","customerId":"c"}""");
        var row = books.Worker.Store.Items.First(item => item.Key.PartitionValue == entity);

        books.Worker.Store[row.Key] = row.Value.With(attribute, "something else");

        Assert.Contains(kind, books.Verify().Select(finding => finding.Kind));
    }

    [Fact]
    public void A_row_that_somebody_adds_is_known_to_no_chain()
    {
        using var books = new AuditBooks().Hears("""{"orderId":"a"}""");
        var row = books.Worker.Store.Items.First(item => item.Key.PartitionValue == "order#a");

        books.Worker.Store[row.Key with { PartitionValue = "order#b" }] = row.Value.With("entity", "order#b");

        Assert.Equal(AuditFindingKind.UnknownRow, Assert.Single(books.Verify()).Kind);
    }

    private static IEnumerable<(AuditFindingKind, string)> Check(ChainLink[] links, ChainHead? head) => Check(links, head, head);

    private static IEnumerable<(AuditFindingKind, string)> Check(
        ChainLink[] links, ChainHead? before, ChainHead? after, bool hasExpired = false)
    {
        var check = new ChainCheck("c", before, hasExpired);
        return [.. links.SelectMany(check.Follow).Concat(check.End(after)).Select(finding => (finding.Kind, finding.Where))];
    }

    private static ChainLink[] Chain(int count)
    {
        var (head, links) = (ChainHead.Begin("c", null), new List<ChainLink>());
        for (var number = 1; number <= count; number++)
        {
            var link = head.Next($"order#{number}", $"at-{number}", $"row-{number}");
            links.Add(link);
            head = head with { Count = number, Hash = link.Hash };
        }

        return [.. links];
    }
}
