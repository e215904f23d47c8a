using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Workers.Cli.Running;
using Workers.IntegrationTests.Cli;
using Workers.IntegrationTests.Endpoint;
using Workers.IntegrationTests.Fleet;
using Workers.Partners;
using Workers.Payments.Providers;

namespace Workers.IntegrationTests.Orders;

public sealed class WhenTheFleetsBooksAreClosed : IClassFixture<TradedFleet>
{
    private readonly RunningFleet _fleet;
    private readonly Operator _operator;

    public WhenTheFleetsBooksAreClosed(AwsEndpoint endpoint, TradedFleet traded)
    {
        traded.Fleet.RequireTransactions();
        _fleet = traded.Fleet;
        _operator = new(endpoint, _fleet.Prefix);
    }

    [Fact]
    public async Task The_operator_finds_every_order_to_be_its_history_and_every_view_to_be_what_a_rebuild_makes_of_it()
    {
        var verified = await _operator.RunAsync("orders", "verify", "--json");
        var lists = await _operator.RunAsync("views", "rebuild", "customer-orders", "--json");
        var board = await _operator.RunAsync("views", "rebuild", "order-board", "--json");

        Assert.Equal((ExitCode.Done, ExitCode.Done, ExitCode.Done), (verified.ExitCode, lists.ExitCode, board.ExitCode));
        Assert.Equal(TradedFleet.Orders, verified.Json.GetProperty("orders").GetInt32());
        Assert.Equal(0, verified.Json.GetProperty("wrong").GetInt32());
        foreach (var rebuilt in (CommandRun[])[lists, board])
        {
            var difference = rebuilt.Json.GetProperty("difference");
            Assert.True(difference.GetProperty("rows").GetInt32() > 0);
            Assert.Equal((0, 0, 0), (Count("added"), Count("missing"), Count("changed")));
            Assert.True(rebuilt.Json.GetProperty("isFlipped").GetBoolean());

            int Count(string kind) => difference.GetProperty(kind).GetInt32();
        }

        Assert.Equal(TradedFleet.Orders, (int)(await TotalsAsync())["placed"]!);   // read from the generation that was built
    }

    [Fact]
    public async Task The_board_counts_each_order_at_each_of_its_stages()
    {
        var totals = await TotalsAsync();

        Assert.Equal((TradedFleet.Orders, 4, 2), (Count("placed"), Count("paid"), Count("completed")));
        Assert.Equal((1, 5), (Count("cancelled"), Count("failed")));
        Assert.Equal(
            """{"Reservation":1,"Payment":1,"Shipping":2,"Deadline":1}""", totals["failedByStage"]!.ToJsonString());

        int Count(string stage) => (int)totals[stage]!;
    }

    [Fact]
    public void Money_is_kept_for_what_was_completed_alone()
    {
        var kept = _fleet.ServicesOf("payments").GetRequiredService<KeyedLedger<LedgerEntry>>().Entries
            .GroupBy(entry => entry.OrderId)
            .Select(entries => (OrderId: entries.Key, Kept: entries.Sum(Moved)))
            .Where(order => order.Kept != 0)
            .OrderBy(order => order.OrderId);

        Assert.Equal([("ORD-1", 10m), ("ORD-2", 10m)], kept);
    }

    [Fact]
    public async Task Each_customer_was_told_once_of_an_order_that_failed_or_was_cancelled()
    {
        var failed = await _fleet.NotificationsAsync("order-failed");
        var cancelled = await _fleet.NotificationsAsync("order-cancelled");

        Assert.Equal(["CUST-1", "CUST-1", "CUST-1", "CUST-LOST", "DECLINED"], failed.Select(address => address.Split('@')[0]));
        Assert.Equal(["CUST-1@customers.example"], cancelled);
    }

    private static decimal Moved(LedgerEntry entry) => entry.Kind switch
    {
        LedgerKind.Charge => entry.Amount,
        LedgerKind.Refund => -entry.Amount,
        _ => 0,
    };

    private async Task<JsonObject> TotalsAsync() => (await _fleet.FindAsync("/orders/board"))!["totals"]!.AsObject();
}
