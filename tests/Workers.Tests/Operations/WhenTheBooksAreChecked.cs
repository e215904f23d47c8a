using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Resources;
using Workers.Operations.Books;

namespace Workers.Tests.Operations;

public sealed class WhenTheBooksAreChecked
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(45);
    private static readonly BooksCheck Check = new(Patience, new Repairs("dev-"));

    [Theory]
    [InlineData(OrderStatus.Completed, "Charged", "Created", "Shipped")]
    [InlineData(OrderStatus.Failed, "Refunded", "Void", "Released")]
    [InlineData(OrderStatus.Failed, "Declined", null, "Released")]
    [InlineData(OrderStatus.Failed, null, null, "Rejected")]
    [InlineData(OrderStatus.Cancelled, "Void", null, "Cancelled")]
    [InlineData(null, null, null, "Cancelled")]
    public void What_has_come_to_its_end_balances(OrderStatus? status, string? payment, string? shipment, string? reservation) =>
        Assert.Empty(Check.Check(BookEntries.Of(status, payment, shipment, reservation), BookEntries.Then + TimeSpan.FromDays(1)));

    [Theory]
    [InlineData(OrderStatus.Placed, null, null, null, nameof(BookFindingKind.Stuck))]
    [InlineData(OrderStatus.Reserved, "Charging", null, "Reserved", nameof(BookFindingKind.Stuck))]
    [InlineData(OrderStatus.Paid, "Charged", "Requesting", "Reserved", nameof(BookFindingKind.Unshipped))]
    [InlineData(OrderStatus.Paid, "Charged", "Requesting", null, nameof(BookFindingKind.Unreserved), nameof(BookFindingKind.Unshipped))]
    [InlineData(OrderStatus.Paid, null, null, "Reserved", nameof(BookFindingKind.Unshipped), nameof(BookFindingKind.Uncharged))]
    [InlineData(OrderStatus.Completed, "Refunded", "Created", "Shipped", nameof(BookFindingKind.Uncharged))]
    [InlineData(OrderStatus.Completed, "Charged", "Refused", "Shipped", nameof(BookFindingKind.NoShipment))]
    [InlineData(OrderStatus.Completed, "Charged", "Created", "Reserved", nameof(BookFindingKind.Unreleased))]
    [InlineData(OrderStatus.Completed, "Charged", "Created", null, nameof(BookFindingKind.Unreserved))]
    [InlineData(OrderStatus.Failed, "Charged", null, "Released", nameof(BookFindingKind.Unrefunded))]
    [InlineData(OrderStatus.Cancelled, "Refunding", null, "Released", nameof(BookFindingKind.Unrefunded))]
    [InlineData(OrderStatus.Failed, "Refunded", null, "Reserved", nameof(BookFindingKind.Unreleased))]
    [InlineData(null, null, null, "Reserved", nameof(BookFindingKind.Orphaned))]
    public void What_does_not_is_found_once_its_time_is_over(
        OrderStatus? status, string? payment, string? shipment, string? reservation, params string[] kinds)
    {
        var entry = BookEntries.Of(status, payment, shipment, reservation);

        Assert.Empty(Check.Check(entry, BookEntries.Then + Patience));
        Assert.Equal(kinds, Check.Check(entry, BookEntries.Then + Patience + TimeSpan.FromSeconds(1)).Select(finding => finding.Kind.ToString()));
    }

    [Fact]
    public void Money_that_was_kept_is_given_back_by_showing_the_orders_end_again() => Assert.Equal(
        "Workers.Cli replay --from 2026-01-15T09:59:00Z --to 2026-01-15T10:10:00Z --rule order-ends --prefix dev-",
        Repair(OrderStatus.Failed, "Charged"));

    [Fact]
    public void A_refund_that_the_provider_refused_is_sent_back_from_the_dead_letters() =>
        Assert.Equal("Workers.Cli dlq redrive payments-queue --text ORD-1 --prefix dev-", Repair(OrderStatus.Failed, "Refunding"));

    [Fact]
    public void A_paid_order_that_is_not_shipped_is_shown_to_shipping_again()
    {
        var finding = Assert.Single(Check.Check(BookEntries.Of(OrderStatus.Paid, "Charged", "Requesting", "Reserved"), BookEntries.Then + TimeSpan.FromDays(1)));

        Assert.Contains(Topology.ShippingQueue, RulesOf(finding).SelectMany(rule => rule.Targets));
    }

    [Theory]
    [InlineData(OrderStatus.Placed, null, null, null)]
    [InlineData(OrderStatus.Paid, "Charged", "Requesting", "Reserved")]
    [InlineData(OrderStatus.Completed, "Charged", "Created", "Reserved")]
    [InlineData(OrderStatus.Failed, "Charged", null, "Reserved")]
    [InlineData(null, null, null, "Reserved")]
    public void A_repair_names_rules_that_there_are(OrderStatus? status, string? payment, string? shipment, string? reservation) =>
        Assert.All(
            Check.Check(BookEntries.Of(status, payment, shipment, reservation), BookEntries.Then + TimeSpan.FromDays(1)),
            finding => Assert.NotEmpty(RulesOf(finding)));

    private static List<RuleDefinition> RulesOf(BookFinding finding)
    {
        var words = finding.Repair.Split(' ');
        return [.. words.Index().Where(word => word.Item == "--rule").Select(word => Topology.Rules.Single(rule => rule.Name == words[word.Index + 1]))];
    }

    private static string Repair(OrderStatus status, string payment) =>
        Assert.Single(Check.Check(BookEntries.Of(status, payment, null, "Released"), BookEntries.Then + TimeSpan.FromDays(1))).Repair;
}
