using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Workers.Contracts;
using Workers.Operations;
using Workers.Operations.Orders;

namespace Workers.Tests.Cli.Orders;

public sealed class WhenOrdersAreVerified : IAsyncLifetime
{
    private readonly OrderBooks _books = new();

    public async ValueTask InitializeAsync()
    {
        await _books.InitializeAsync();
        foreach (var orderId in Enumerable.Range(1, 60).Select(number => $"ORD-{number}"))
        {
            await _books.TellAsync(orderId, OrderBooks.Sale(orderId)[..2]);
        }
    }

    public ValueTask DisposeAsync() => _books.DisposeAsync();

    [Fact]
    public async Task Orders_that_are_their_histories_pass_however_many_pages_they_fill()
    {
        _books.DynamoDb.RowsPerScan = 7;

        var answer = await _books.VerifyAsync();

        Assert.Equal((60, 120, 0), (answer.Orders, answer.Entries, answer.Wrong));
    }

    [Fact]
    public async Task An_order_whose_events_came_in_the_wrong_order_passes()
    {
        await _books.TellAsync("EARLY", OrderBooks.Sale("EARLY").Reverse());
        await _books.TellAsync("EARLY", OrderBooks.Sale("EARLY"));

        Assert.Equal((1, 0), Count(await _books.VerifyAsync("EARLY")));
    }

    [Fact]
    public async Task A_removed_entry_is_a_gap()
    {
        await _books.RemoveAsync(Topology.OrderEventsTable, Entry("ORD-7", 1));

        await AssertFoundAsync("ORD-7", FindingKind.Gap, "entry 2 where 1 was expected");
    }

    [Fact]
    public async Task A_removed_last_entry_leaves_a_row_that_the_history_does_not_make()
    {
        await _books.RemoveAsync(Topology.OrderEventsTable, Entry("ORD-7", 2));

        await AssertFoundAsync("ORD-7", FindingKind.Different, "version");
    }

    [Fact]
    public async Task An_altered_snapshot_is_told_by_its_members()
    {
        await AlterAsync(Topology.OrdersTable, Order("ORD-7"), "snapshot", json => json["amount"] = 1);

        await AssertFoundAsync("ORD-7", FindingKind.Different, "makes it: amount");
    }

    [Fact]
    public async Task A_row_whose_status_is_not_its_snapshots_is_told()
    {
        await _books.AlterAsync(Topology.OrdersTable, Order("ORD-7"), "status", new("Paid"));

        await AssertFoundAsync("ORD-7", FindingKind.Different, "makes it: status (of the row)");
    }

    [Fact]
    public async Task An_altered_detail_is_found_by_what_it_would_make_of_the_order()
    {
        await AlterAsync(Topology.OrderEventsTable, Entry("ORD-7", 1), "detail", json => json["customerId"] = "SOMEBODY");

        await AssertFoundAsync("ORD-7", FindingKind.Different, "customerId");
    }

    [Theory]
    [InlineData("detail", "{}")]
    [InlineData("detail", "no JSON")]
    [InlineData("kind", "Imagined")]
    [InlineData("type", "Order Imagined")]
    [InlineData("occurredAt", "yesterday")]
    [InlineData("eventId", null)]
    public async Task An_entry_that_nobody_can_read_is_told(string attribute, string? value)
    {
        await _books.AlterAsync(Topology.OrderEventsTable, Entry("ORD-7", 1), attribute, value is null ? null : new(value));

        await AssertFoundAsync("ORD-7", FindingKind.Unreadable, "entry 1 cannot be read");
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData(null)]
    public async Task A_snapshot_that_is_none_is_told(string? value)
    {
        await _books.AlterAsync(Topology.OrdersTable, Order("ORD-7"), "snapshot", value is null ? null : new(value));

        await AssertFoundAsync("ORD-7", FindingKind.Unreadable, "no JSON object");
    }

    [Fact]
    public async Task A_row_without_a_history_is_found()
    {
        await _books.RemoveAsync(Topology.OrderEventsTable, Entry("ORD-7", 1));
        await _books.RemoveAsync(Topology.OrderEventsTable, Entry("ORD-7", 2));

        await AssertFoundAsync("ORD-7", FindingKind.NoHistory, "no history");
    }

    [Fact]
    public async Task A_history_without_a_row_is_found()
    {
        await _books.RemoveAsync(Topology.OrdersTable, Order("ORD-7"));

        await AssertFoundAsync("ORD-7", FindingKind.NoRow, "no row");
    }

    [Fact]
    public async Task An_event_that_took_effect_twice_is_a_double()
    {
        var twice = (await _books.Orders.ReadAsync("ORD-7", TestContext.Current.CancellationToken)).History[1];
        await _books.DynamoDb.PutItemAsync(
            _books.Naming.NameOf(Topology.OrderEventsTable), new(twice) { ["version"] = new() { N = "3" } }, TestContext.Current.CancellationToken);

        var answer = await _books.VerifyAsync("ORD-7");

        Assert.Contains(answer.Findings, finding => finding.Kind == FindingKind.Double && finding.What.StartsWith("entries 2, 3 are one event", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_worker_commits_between_two_reads_is_not_wrong()
    {
        _books.DynamoDb.Before<BatchGetItemRequest>(
            request => request.RequestItems.ContainsKey(_books.Naming.NameOf(Topology.OrdersTable)),
            () => _books.TellAsync("ORD-7", OrderBooks.Sale("ORD-7")[2..]));

        Assert.Equal((60, 0), Count(await _books.VerifyAsync()));
    }

    [Fact]
    public async Task An_unknown_order_is_a_failure()
    {
        var failure = await Assert.ThrowsAsync<OperationFailedException>(() => _books.VerifyAsync("NOBODY"));

        Assert.Contains("no order NOBODY", failure.Message, StringComparison.Ordinal);
    }

    private async Task AssertFoundAsync(string orderId, FindingKind kind, string words)
    {
        var (one, all) = (await _books.VerifyAsync(orderId), await _books.VerifyAsync());

        var finding = Assert.Single(one.Findings);
        Assert.Equal((orderId, kind), (finding.OrderId, finding.Kind));
        Assert.Contains(words, finding.What, StringComparison.Ordinal);
        Assert.Equal([finding], all.Findings);
        Assert.Equal((60, 1), Count(all));
        Assert.Equal(1, all.Kinds[kind]);
    }

    private async Task AlterAsync(string table, Dictionary<string, AttributeValue> key, string attribute, Action<JsonObject> change)
    {
        var row = await _books.Tables.FindAsync(table, key, TestContext.Current.CancellationToken);
        var json = JsonNode.Parse(row![attribute].S)!.AsObject();
        change(json);
        await _books.AlterAsync(table, key, attribute, new(json.ToJsonString()));
    }

    private static (long Orders, long Wrong) Count(VerifyAnswer answer) => (answer.Orders, answer.Wrong);

    private static Dictionary<string, AttributeValue> Order(string orderId) => new() { ["orderId"] = new(orderId) };

    private static Dictionary<string, AttributeValue> Entry(string orderId, int version) =>
        new() { ["orderId"] = new(orderId), ["version"] = new() { N = $"{version}" } };
}
