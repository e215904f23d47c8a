using Workers.Contracts;
using Workers.Effects.Decisions;
using Workers.Events;
using static Workers.Tests.Orders.Views.ViewEvents;

namespace Workers.Tests.Orders.Views;

public sealed class WhenTheViewsAreKept : IDisposable
{
    private readonly ViewWorker _worker = new();

    public void Dispose() => _worker.Dispose();

    [Fact]
    public void A_customers_list_shows_the_order_as_it_is()
    {
        _worker.Told(Recorded, Paid);

        Assert.Equal(
            "a/CUST-1 2026-01-15T10:00:00.0000000Z#ORD-1: amount=101 orderId=ORD-1 placedAt=2026-01-15T10:00:00.0000000Z status=Paid "
                + "updatedAt=2026-01-15T10:01:00.0000000Z version=4",
            _worker.RowsOf(Topology.CustomerOrdersTable));
    }

    [Fact]
    public void The_board_counts_each_milestone_in_its_minute_and_on_its_day()
    {
        _worker.Told(Recorded, Paid, Recorded with { OrderId = "ORD-2" });

        Assert.Equal(
            """
            a/2026-01-15 paid: value=1
            a/2026-01-15 placed: value=2
            a/2026-01-15T10 00/placed: value=2
            a/2026-01-15T10 01/paid: value=1
            a/order#ORD-1 counted: paid=2026-01-15T10:01:00.0000000Z placed=2026-01-15T10:00:00.0000000Z
            a/order#ORD-2 counted: placed=2026-01-15T10:00:00.0000000Z
            """.ReplaceLineEndings("\n"),
            _worker.RowsOf(Topology.OrderBoardTable));
    }

    [Theory]
    [InlineData("Recorded Paid Completed")]
    [InlineData("Recorded Failed")]
    [InlineData("Recorded Cancelled")]
    [InlineData("Recorded Recorded Paid Paid Completed")]
    public void Every_order_of_arrival_leaves_one_row_and_one_board(string names)
    {
        var events = names.Split(' ').Select(Named).ToArray();
        using var serial = new ViewWorker();
        serial.Told(events.Distinct());

        foreach (var permutation in Permutations(events))
        {
            using var worker = new ViewWorker();

            Assert.Equal(serial.Rows, worker.Told(permutation).Rows);
        }
    }

    [Fact]
    public void An_older_version_never_overwrites_a_newer_one()
    {
        var paid = _worker.Told(Paid).RowsOf(Topology.CustomerOrdersTable);

        Assert.Equal(paid, _worker.Told(Recorded).RowsOf(Topology.CustomerOrdersTable));
    }

    [Fact]
    public void A_row_that_another_worker_has_brought_further_meanwhile_stays()
    {
        ItemKey row = new(Topology.CustomerOrdersTable, "customer", "a/CUST-1", "order", "2026-01-15T10:00:00.0000000Z#ORD-1");
        _worker.Test.Store.MeetsFirst(() => _worker.Test.Store[row] = Item.Empty.With("version", 6m).With("status", "Completed"));

        _worker.Told(Paid);

        Assert.Equal("Completed", _worker.Test.Store[row]!.Text("status"));
        Assert.Empty(_worker.Test.DeadLetters);
    }

    [Fact]
    public void A_milestone_that_another_worker_has_counted_meanwhile_counts_once()
    {
        ItemKey order = new(Topology.OrderBoardTable, "bucket", "a/order#ORD-1", "metric", "counted");
        _worker.Test.Store.MeetsFirst(() => _worker.Test.Store[order] = Item.Empty.With("placed", FakeTime.Start));

        _worker.Told(Recorded);

        Assert.DoesNotContain("00/placed", _worker.RowsOf(Topology.OrderBoardTable), StringComparison.Ordinal);
    }

    [Fact]
    public void While_a_view_is_being_built_both_of_its_generations_are_written_and_the_other_views_are_not()
    {
        _worker.Rebuilding(Topology.OrderBoardTable).Told(Recorded);

        Assert.Contains("b/order#ORD-1", _worker.RowsOf(Topology.OrderBoardTable), StringComparison.Ordinal);
        Assert.Contains("b/2026-01-15T10 00/placed: value=1", _worker.RowsOf(Topology.OrderBoardTable), StringComparison.Ordinal);
        Assert.Contains("a/2026-01-15T10 00/placed: value=1", _worker.RowsOf(Topology.OrderBoardTable), StringComparison.Ordinal);
        Assert.DoesNotContain("b/", _worker.RowsOf(Topology.CustomerOrdersTable), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_building_generation_has_already_is_not_counted_there_again()
    {
        ItemKey order = new(Topology.OrderBoardTable, "bucket", "b/order#ORD-1", "metric", "counted");
        _worker.Test.Store[order] = Item.Empty.With("placed", FakeTime.Start);

        _worker.Rebuilding(Topology.OrderBoardTable).Told(Recorded);

        Assert.DoesNotContain("b/2026-01-15", _worker.RowsOf(Topology.OrderBoardTable), StringComparison.Ordinal);
        Assert.Contains("a/2026-01-15 placed: value=1", _worker.RowsOf(Topology.OrderBoardTable), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_published() => Assert.Empty(_worker.Told(Recorded, Paid, Completed).Test.Published);

    private static IEnumerable<IEventDetail[]> Permutations(IEventDetail[] events) =>
        events.Length == 1
            ? [events]
            : events.Index().SelectMany(first =>
                Permutations([.. events.Where((_, index) => index != first.Index)]).Select(rest => (IEventDetail[])[first.Item, .. rest]));
}
