using Amazon.DynamoDBv2.Model;
using Workers.Cli.Running;
using Workers.Cli.Views;
using Workers.Contracts;
using Workers.Events.Publishing;
using Workers.OrderHistory.Views;
using Workers.Tests.Cli.Orders;

namespace Workers.Tests.Cli.Views;

public sealed class WhenAViewIsRebuilt : IAsyncLifetime
{
    private readonly OrderBooks _books = new();

    public static TheoryData<string> Names => [.. ViewNames.All];

    public async ValueTask InitializeAsync()
    {
        await _books.InitializeAsync();
        await _books.SellAsync("ORD-1", "ORD-2", "ORD-3");
    }

    public ValueTask DisposeAsync() => _books.DisposeAsync();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_new_generation_equals_what_the_worker_kept_and_is_read_from_then_on(string view)
    {
        var answer = await _books.RebuildAsync(view);

        Assert.Equal(0, answer.Difference.Count());
        Assert.Equal(("a", "b", true, 9L), (answer.From, answer.To, answer.IsFlipped, answer.Entries));
        Assert.Equal(await _books.GenerationAsync(view, "a"), await _books.GenerationAsync(view, "b"));
        Assert.Equal(("b", null), await StateAsync(view));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Events_that_arrive_meanwhile_are_neither_lost_nor_counted_twice(string view)
    {
        // One event is told before its entry is read, one after it, one is on its way since before the rebuild, and one comes at the end.
        _books.DynamoDb.RowsPerScan = 3;
        var onItsWay = await _books.TellAsync("LATE", OrderBooks.Sale("LATE"));
        _books.DynamoDb.Before<ScanRequest>(IsOfHistory, () => _books.SellAsync("NEW-1"));
        _books.DynamoDb.Before<ScanRequest>(IsOfHistory, () => _books.ProjectAsync(onItsWay));
        _books.DynamoDb.Before<TransactWriteItemsRequest>(_ => true, () => _books.SellAsync("NEW-2"));
        _books.DynamoDb.Before<ScanRequest>(IsOfHistory, () => _books.SellAsync("NEW-3"));
        _books.DynamoDb.Before<ScanRequest>(scan => scan.TableName == _books.Naming.NameOf(view), () => _books.SellAsync("NEW-4"));

        var answer = await _books.RebuildAsync(view);

        Assert.Equal(0, answer.Difference.Count());
        var built = await _books.GenerationAsync(view, "b");
        Assert.Equal(await _books.GenerationAsync(view, "a"), built);
        Assert.All((string[])["LATE", "NEW-1", "NEW-2", "NEW-3", "NEW-4"], orderId => Assert.Contains(orderId, built, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_a_worker_decided_before_it_and_commits_after_it_is_in_the_new_generation(string view)
    {
        var decided = await _books.TellAsync("LATE", OrderBooks.Sale("LATE"));
        _books.DynamoDb.Before<TransactWriteItemsRequest>(_ => true, () => _books.RebuildAsync(view));

        await _books.ProjectAsync(decided);

        Assert.Equal(("b", null), await StateAsync(view));
        Assert.Contains("LATE", await _books.GenerationAsync(view, "b"), StringComparison.Ordinal);
        Assert.Equal(0, await DifferencesOfAFreshRebuildAsync(view));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_entry_that_the_rebuild_brought_in_counts_once_when_its_event_comes(string view)
    {
        var decided = await _books.TellAsync("LATE", OrderBooks.Sale("LATE"));

        var answer = await _books.RebuildAsync(view);
        await _books.ProjectAsync(decided);

        Assert.True(answer.Difference.Added > 0);
        Assert.Equal(0, await DifferencesOfAFreshRebuildAsync(view));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_second_rebuild_wipes_the_first_and_changes_nothing(string view)
    {
        await _books.RebuildAsync(view);
        await _books.SellAsync("ORD-4");

        Assert.Equal(0, await DifferencesOfAFreshRebuildAsync(view));
        Assert.Equal(await _books.GenerationAsync(view, "b"), await _books.GenerationAsync(view, "a"));
        Assert.Equal(("a", null), await StateAsync(view));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_dry_run_compares_and_leaves_readers_where_they_are(string view)
    {
        var answer = await _books.RebuildAsync(view, isDryRun: true);

        Assert.Equal((false, 0L), (answer.IsFlipped, answer.Difference.Count()));
        Assert.Equal(("a", null), await StateAsync(view));
    }

    [Fact]
    public async Task What_was_altered_in_a_row_shows_by_its_members()
    {
        var key = (await RowsAsync(ViewNames.CustomerOrders)).First(row => row["orderId"].S == "ORD-2");
        await _books.AlterAsync(ViewNames.CustomerOrders, KeyOf(key, "customer", "order"), "status", new("Imagined"));

        var difference = Assert.Single((await _books.RebuildAsync(ViewNames.CustomerOrders)).Difference.First);

        Assert.Equal((DifferenceKind.Changed, "CUST-1", key["order"].S), (difference.Kind, difference.Row, difference.Sort));
        Assert.Equal([new MemberDifference("status", "Imagined", "Completed")], difference.Members);
    }

    [Fact]
    public async Task A_row_that_was_removed_and_one_that_was_made_up_show_as_added_and_missing()
    {
        var row = (await RowsAsync(ViewNames.CustomerOrders)).First(row => row["orderId"].S == "ORD-2");
        await _books.RemoveAsync(ViewNames.CustomerOrders, KeyOf(row, "customer", "order"));
        var invented = new Dictionary<string, AttributeValue> { ["customer"] = new("a/CUST-1"), ["order"] = new("0000#INVENTED") };
        await _books.AlterAsync(ViewNames.CustomerOrders, invented, "status", new("Imagined"));

        var difference = (await _books.RebuildAsync(ViewNames.CustomerOrders)).Difference;

        Assert.Equal((3L, 1L, 1L, 0L), (difference.Rows, difference.Added, difference.Missing, difference.Changed));
        Assert.Equal([DifferenceKind.Missing, DifferenceKind.Added], difference.First.Select(row => row.Kind));
    }

    [Fact]
    public async Task A_counter_that_is_off_shows()
    {
        var day = new Dictionary<string, AttributeValue> { ["bucket"] = new("a/2026-01-15"), ["metric"] = new("paid") };
        await _books.AlterAsync(ViewNames.OrderBoard, day, "value", new() { N = "4.0" });

        var difference = Assert.Single((await _books.RebuildAsync(ViewNames.OrderBoard)).Difference.First);

        Assert.Equal([new MemberDifference("value", "4", "3")], difference.Members);
    }

    [Fact]
    public async Task Twenty_differences_are_shown_and_all_are_counted()
    {
        foreach (var number in Enumerable.Range(1, 60))
        {
            await _books.TellAsync($"UNSEEN-{number}", OrderBooks.Sale($"UNSEEN-{number}")[..1]);
        }

        var difference = (await _books.RebuildAsync(ViewNames.CustomerOrders)).Difference;

        Assert.Equal((60L, 20), (difference.Added, difference.First.Count));
    }

    [Fact]
    public async Task A_view_that_changed_within_the_last_minute_is_not_rebuilt()
    {
        await _books.RebuildAsync(ViewNames.OrderBoard);
        _books.Time.Advance(TimeSpan.FromSeconds(20));

        var refusal = await Assert.ThrowsAsync<CommandFailedException>(() => _books.RebuildAsync(ViewNames.OrderBoard));

        Assert.Contains("wait 41s", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(("b", null), await StateAsync(ViewNames.OrderBoard));
    }

    [Fact]
    public async Task A_view_that_is_being_rebuilt_is_not_rebuilt_beside_it()
    {
        CommandFailedException? refusal = null;
        _books.DynamoDb.Before<ScanRequest>(
            _ => true, async () => refusal = await Assert.ThrowsAsync<CommandFailedException>(() => _books.RebuildAsync(ViewNames.OrderBoard)));

        var answer = await _books.RebuildAsync(ViewNames.OrderBoard);

        Assert.Contains("views abandon order-board", refusal!.Message, StringComparison.Ordinal);
        Assert.True(answer.IsFlipped);
    }

    [Fact]
    public async Task One_that_was_abandoned_writes_nothing_any_more_and_does_not_flip()
    {
        _books.DynamoDb.Before<ScanRequest>(IsOfHistory, () => _books.Views.AbandonAsync(ViewNames.OrderBoard, CancellationToken.None));

        var failure = await Assert.ThrowsAsync<CommandFailedException>(() => _books.RebuildAsync(ViewNames.OrderBoard));

        Assert.Contains("abandoned", failure.Message, StringComparison.Ordinal);
        Assert.Equal("", await _books.GenerationAsync(ViewNames.OrderBoard, "b"));
        Assert.Equal(("a", null), await StateAsync(ViewNames.OrderBoard));
    }

    [Fact]
    public async Task One_that_was_abandoned_removes_nothing_of_what_another_has_built()
    {
        await _books.RebuildAsync(ViewNames.OrderBoard, isDryRun: true);
        _books.Time.Advance(ViewRows.Rest);
        _books.DynamoDb.Before<TransactWriteItemsRequest>(_ => true, async () =>
        {
            await _books.Views.AbandonAsync(ViewNames.OrderBoard, CancellationToken.None);
            _books.Time.Advance(ViewRows.Rest);
            await _books.RebuildAsync(ViewNames.OrderBoard);
        });

        await Assert.ThrowsAsync<CommandFailedException>(() => _books.RebuildAsync(ViewNames.OrderBoard));

        Assert.Equal(await _books.GenerationAsync(ViewNames.OrderBoard, "a"), await _books.GenerationAsync(ViewNames.OrderBoard, "b"));
        Assert.Equal(("b", null), await StateAsync(ViewNames.OrderBoard));
    }

    [Fact]
    public async Task An_entry_that_nobody_can_read_ends_it_without_a_flip()
    {
        await _books.AlterAsync(
            Topology.OrderEventsTable, new() { ["orderId"] = new("ORD-2"), ["version"] = new() { N = "1" } }, "detail", new("{}"));

        var failure = await Assert.ThrowsAsync<CommandFailedException>(() => _books.RebuildAsync(ViewNames.CustomerOrders));

        Assert.Contains("Entry 1 of order ORD-2 cannot be read", failure.Message, StringComparison.Ordinal);
        Assert.Equal(("a", null), await StateAsync(ViewNames.CustomerOrders));
    }

    [Fact]
    public async Task There_is_nothing_to_abandon_where_none_is_under_way() =>
        await Assert.ThrowsAsync<CommandFailedException>(() => _books.Views.AbandonAsync(ViewNames.OrderBoard, CancellationToken.None));

    [Fact]
    public void Nothing_that_rebuilds_has_a_publisher() =>
        Assert.DoesNotContain(
            typeof(ViewRebuild).Assembly.GetTypes()
                .Where(type => type.Namespace == typeof(ViewRebuild).Namespace)
                .SelectMany(type => type.GetConstructors())
                .SelectMany(constructor => constructor.GetParameters()),
            parameter => parameter.ParameterType == typeof(IEventPublisher) || parameter.ParameterType == typeof(IServiceProvider));

    private bool IsOfHistory(ScanRequest scan) => scan.TableName == _books.Naming.NameOf(Topology.OrderEventsTable);

    private async Task<long> DifferencesOfAFreshRebuildAsync(string view)
    {
        _books.Time.Advance(ViewRows.Rest);
        return (await _books.RebuildAsync(view)).Difference.Count();
    }

    private async Task<(string Active, string? Rebuild)> StateAsync(string view)
    {
        var state = await _books.Views.ReadAsync(view, TestContext.Current.CancellationToken);
        return (state.Active, state.Building ?? state.Emptying);
    }

    private async Task<IReadOnlyList<Dictionary<string, AttributeValue>>> RowsAsync(string table) =>
        await _books.Tables.ScanAsync(table, cancellationToken: TestContext.Current.CancellationToken).ToListAsync();

    private static Dictionary<string, AttributeValue> KeyOf(Dictionary<string, AttributeValue> row, string partition, string sort) =>
        new() { [partition] = row[partition], [sort] = row[sort] };
}
