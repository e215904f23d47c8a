using Workers.Cli.Running;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Cli;

public sealed class WhenTheBooksAreLookedInto : IAsyncLifetime
{
    private readonly ProvisionedFleet _fleet;
    private readonly RecordedOrders _orders;
    private readonly Operator _operator;

    public WhenTheBooksAreLookedInto(AwsEndpoint endpoint)
    {
        _fleet = new(endpoint);
        _orders = new(endpoint, _fleet);
        _operator = new(endpoint, _fleet.Naming.Prefix);
    }

    public async ValueTask InitializeAsync()
    {
        await _fleet.InitializeAsync();
        await _orders.AddAsync("ORD-1");
        await _orders.AddAsync("ORD-2");
    }

    public ValueTask DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public async Task Good_books_end_with_zero_and_say_how_much_was_read()
    {
        var (text, json) = (await _operator.RunAsync("orders", "verify"), await _operator.RunAsync("orders", "verify", "ORD-1", "--json"));

        Assert.Equal((ExitCode.Done, ExitCode.Done), (text.ExitCode, json.ExitCode));
        Assert.Contains("2 orders, 2 entries: every order is what its history makes it.", text.Out, StringComparison.Ordinal);
        Assert.Equal((1, 0), (json.Json.GetProperty("orders").GetInt32(), json.Json.GetProperty("wrong").GetInt32()));
    }

    [Fact]
    public async Task A_wrong_order_ends_with_one_and_says_which_and_why()
    {
        await _orders.ForgetAsync("ORD-2");

        var (text, json) = (await _operator.RunAsync("orders", "verify"), await _operator.RunAsync("orders", "verify", "--json"));

        Assert.Equal((ExitCode.Failed, ExitCode.Failed), (text.ExitCode, json.ExitCode));
        Assert.Contains("1 wrong (no history 1)", text.Out, StringComparison.Ordinal);
        Assert.Equal(1, json.Json.GetProperty("kinds").GetProperty("noHistory").GetInt32());
        Assert.Equal("ORD-2", json.Json.GetProperty("findings")[0].GetProperty("orderId").GetString());
    }

    [Fact]
    public async Task An_order_is_shown_with_its_timeline()
    {
        var (text, json) = (await _operator.RunAsync("orders", "show", "ORD-1"), await _operator.RunAsync("orders", "show", "ORD-1", "--json"));

        Assert.Equal(ExitCode.Done, text.ExitCode);
        Assert.Contains(text.Lines, line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["status", "Placed"]);
        Assert.Contains(text.Lines, line => line.StartsWith("1 ", StringComparison.Ordinal) && line.Contains("Order Recorded", StringComparison.Ordinal));
        Assert.Equal(100, json.Json.GetProperty("order").GetProperty("amount").GetInt32());
        Assert.Equal("CUST-1", json.Json.GetProperty("timeline")[0].GetProperty("detail").GetProperty("customerId").GetString());
    }

    [Fact]
    public async Task An_unknown_order_ends_with_one()
    {
        var run = await _operator.RunAsync("orders", "show", "NOBODY");

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("no order NOBODY", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_view_is_rebuilt_shown_and_not_rebuilt_again_at_once()
    {
        var dry = await _operator.RunAsync("views", "rebuild", "customer-orders", "--dry-run", "--json");
        var board = await _operator.RunAsync("views", "rebuild", "order-board");
        var again = await _operator.RunAsync("views", "rebuild", "order-board");
        var list = await _operator.RunAsync("views", "list", "--json");

        Assert.Equal((ExitCode.Done, ExitCode.Done, ExitCode.Failed), (dry.ExitCode, board.ExitCode, again.ExitCode));
        Assert.Equal((false, 2), (dry.Json.GetProperty("isFlipped").GetBoolean(), dry.Json.GetProperty("difference").GetProperty("added").GetInt32()));
        Assert.Contains("Generation b is read from now on.", board.Out, StringComparison.Ordinal);
        Assert.Contains("wait", again.Error, StringComparison.Ordinal);
        Assert.Equal(["a", "b"], list.Json.GetProperty("views").EnumerateArray().Select(view => view.GetProperty("active").GetString()));
    }

    [Fact]
    public async Task A_rebuild_that_was_killed_is_abandoned_by_a_command_that_the_next_rebuild_names()
    {
        await _orders.LeaveBuildingAsync("order-board");

        var refused = await _operator.RunAsync("views", "rebuild", "order-board");
        var abandoned = await _operator.RunAsync("views", "abandon", "order-board", "--json");
        var again = await _operator.RunAsync("views", "abandon", "order-board");

        Assert.Equal((ExitCode.Failed, ExitCode.Done, ExitCode.Failed), (refused.ExitCode, abandoned.ExitCode, again.ExitCode));
        Assert.Contains("views abandon order-board", refused.Error, StringComparison.Ordinal);
        Assert.False(abandoned.Json.GetProperty("views")[0].TryGetProperty("building", out _));
    }

    [Theory]
    [InlineData("views", "rebuild", "orders")]
    [InlineData("views", "abandon", "orders")]
    public async Task A_view_that_there_is_none_of_is_a_mistake_of_usage(params string[] words) =>
        Assert.Equal(ExitCode.Usage, (await _operator.RunAsync(words)).ExitCode);
}
