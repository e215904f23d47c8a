using System.Text.Json;
using Workers.Contracts;
using Workers.IntegrationTests.Cli;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Operations;

public sealed class WhenABuildRefusesThePast : IAsyncLifetime
{
    private const string Good = """{"orderId":"ORD-1","customerId":"C-1","amount":150,"items":[{"productId":"LAMP","quantity":1}]}""";

    private const string Bad = """{"orderId":"ORD-1","customerId":"C-1","amount":"ten","items":[],"metadata":{"eventId":"placed-1"}}""";

    private readonly ProvisionedFleet _fleet;
    private readonly RecordedTrail _trail;
    private readonly Operator _operator;

    public WhenABuildRefusesThePast(AwsEndpoint endpoint)
    {
        _fleet = new(endpoint);
        _trail = new(endpoint, _fleet);
        _operator = new(endpoint, _fleet.Naming.Prefix);
    }

    public ValueTask InitializeAsync() => _fleet.InitializeAsync();

    public ValueTask DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public async Task An_event_that_was_taken_and_cannot_be_read_any_more_ends_it_with_one()
    {
        await _trail.RecordAsync("placed-1", EventNames.OrderPlaced, "ORD-1", Bad);
        await _trail.MarkAsync("Orders.RecordOrderPlaced#orderId=ORD-1,event=placed-1");

        var run = await _operator.RunAsync("rehearse", "--archive");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("1 events, 1 that were taken would be refused.", run.Out, StringComparison.Ordinal);
        Assert.Contains("refused by orders-queue (reader): ecommerce.orders/Order Placed placed-1:", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_nobody_took_may_be_refused()
    {
        await _trail.RecordAsync("placed-1", EventNames.OrderPlaced, "ORD-1", Bad);

        var run = await _operator.RunAsync("rehearse", "--archive", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(0, run.Json.GetProperty("regressions").GetInt64());
        var orders = Rows(run).Single(row => row.GetProperty("queue").GetString() == Topology.OrdersQueue);
        Assert.Equal((0, 1), (orders.GetProperty("taken").GetInt64(), orders.GetProperty("refused").GetInt64()));
    }

    [Theory]
    [InlineData(Good, true)]
    [InlineData("""{"orderId":"ORD-1","customerId":"C-1","amount":10,"items":[{"productId":"LAMP","quantity":1}]}""", false)]
    public async Task A_rule_with_a_condition_and_a_template_is_followed_as_EventBridge_does(string detail, bool isUrgent)
    {
        await _trail.RecordAsync("placed-1", EventNames.OrderPlaced, "ORD-1", detail);

        var run = await _operator.RunAsync("rehearse", "--order", "ORD-1", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(isUrgent, Rows(run).Any(row => row.GetProperty("handler").GetString() == "Notification.HighValueOrderHandler"));
        Assert.Contains(Rows(run), row => row.GetProperty("handler").GetString() == "Notification.OrderPlacedHandler");
    }

    [Fact]
    public async Task A_time_without_events_is_said_to_be_one()
    {
        var run = await _operator.RunAsync("rehearse", "--archive");

        Assert.Equal((0, "The audit trail has no event of that time: nothing was shown to this build."), (run.ExitCode, run.Out.Trim()));
    }

    [Fact]
    public async Task An_order_without_events_is_a_mistake()
    {
        var run = await _operator.RunAsync("rehearse", "--order", "ORD-NOBODY");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("has no event about order ORD-NOBODY", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_that_no_marker_remembers_is_refused()
    {
        var run = await _operator.RunAsync("rehearse", "--archive", "--from", "36d");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("nothing remembers what was taken then", run.Error, StringComparison.Ordinal);
    }

    private static JsonElement.ArrayEnumerator Rows(CommandRun run) => run.Json.GetProperty("rows").EnumerateArray();
}
