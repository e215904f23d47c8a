using Workers.Cli.Running;
using Workers.Contracts;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Cli;

public sealed class WhenDeadLettersAreRedriven : IAsyncLifetime
{
    private const string Order =
        """{"id":"e-1","source":"ecommerce.orders","detail-type":"Order Placed","detail":{"orderId":"O-1","amount":120}}""";

    private readonly AwsEndpoint _endpoint;
    private readonly ProvisionedFleet _fleet;
    private readonly DeadLetterBox _box;
    private readonly Operator _operator;

    public WhenDeadLettersAreRedriven(AwsEndpoint endpoint)
    {
        _endpoint = endpoint;
        _fleet = new(endpoint);
        _box = new(endpoint, _fleet);
        _operator = new(endpoint, _fleet.Naming.Prefix);
    }

    public ValueTask InitializeAsync() => _fleet.InitializeAsync();

    public ValueTask DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public async Task They_are_in_their_queue_byte_for_byte_and_no_longer_here()
    {
        var bodies = Enumerable.Range(0, 25).Select(number => $" body {number:00} ").ToList();
        foreach (var body in bodies)
        {
            await _box.PutAsync(Topology.InventoryDlq, body, ("Reason", "spec"));
        }

        var redrive = await _operator.RunAsync("dlq", "redrive", "inventory-dlq", "--rate", "1000", "--json");

        Assert.Equal(ExitCode.Done, redrive.ExitCode);
        Assert.Equal(bodies, await _box.BodiesAsync(Topology.InventoryQueue));
        Assert.Empty(await _box.BodiesAsync(Topology.InventoryDlq));
        Assert.All(redrive.Json.GetProperty("removals").EnumerateArray(), removal => Assert.Equal("redriven", removal.GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task What_a_filter_does_not_mean_stays_and_is_visible_at_once()
    {
        await _box.PutAsync(Topology.InventoryDlq, "meant", ("Reason", "the table was away"));
        await _box.PutAsync(Topology.InventoryDlq, "not meant", ("Reason", "poison"));

        await _operator.RunAsync("dlq", "redrive", "inventory-dlq", "--reason", "table");

        Assert.Equal(["meant"], await _box.BodiesAsync(Topology.InventoryQueue));
        Assert.Equal(["not meant"], await _box.BodiesAsync(Topology.InventoryDlq));
    }

    [Fact]
    public async Task A_dry_run_tells_where_to_and_moves_nothing()
    {
        await _box.PutAsync(Topology.InventoryDlq, "body");

        var run = await _operator.RunAsync("dlq", "redrive", "inventory-dlq", "--dry-run", "--json");

        var removal = Assert.Single(run.Json.GetProperty("removals").EnumerateArray());
        Assert.Equal(("planned", _fleet.Naming.NameOf("inventory-queue")),
            (removal.GetProperty("outcome").GetString(), removal.GetProperty("destination").GetString()));
        Assert.Equal(["body"], await _box.BodiesAsync(Topology.InventoryDlq));
    }

    [Fact]
    public async Task What_eventbridge_could_not_deliver_goes_to_the_one_queue_that_missed_it()
    {
        await PutUndeliveredAsync("order-processing", "analytics-queue", Order);

        await _operator.RunAsync("dlq", "redrive", "undelivered-dlq");

        Assert.Equal([Order], await _box.BodiesAsync(Topology.AnalyticsQueue));
        Assert.Empty(await _box.BodiesAsync(Topology.InventoryQueue));
        Assert.Empty(await _box.BodiesAsync(Topology.UndeliveredDlq));
    }

    [Fact]
    public async Task It_arrives_there_as_the_targets_transformer_makes_it()
    {
        await PutUndeliveredAsync("high-value-orders", "notification-queue", Order);

        await _operator.RunAsync("dlq", "redrive", "undelivered-dlq");

        Assert.Equal(
            [$$"""{"alertType":"HIGH_VALUE_ORDER","priority":"urgent","event":{{Order}}}"""],
            await _box.BodiesAsync(Topology.NotificationQueue));
    }

    [Fact]
    public async Task What_does_not_say_where_it_was_for_stays_and_the_command_fails()
    {
        await _box.PutAsync(Topology.UndeliveredDlq, "from nowhere");

        var run = await _operator.RunAsync("dlq", "redrive", "undelivered-dlq", "--json");

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Equal("kept", Assert.Single(run.Json.GetProperty("removals").EnumerateArray()).GetProperty("outcome").GetString());
        Assert.Equal(["from nowhere"], await _box.BodiesAsync(Topology.UndeliveredDlq));
    }

    [Fact]
    public async Task A_discard_deletes_only_what_is_meant_and_only_after_a_yes()
    {
        await _box.PutAsync(Topology.InventoryDlq, "junk", ("Reason", "poison"));
        await _box.PutAsync(Topology.InventoryDlq, "order", ("Reason", "the table was away"));

        var refused = await _operator.RunAsync("dlq", "discard", "inventory-dlq", "--reason", "poison");
        var dry = await _operator.RunAsync("dlq", "discard", "inventory-dlq", "--reason", "poison", "--dry-run");
        var before = await _box.BodiesAsync(Topology.InventoryDlq);
        var done = await _operator.RunAsync("dlq", "discard", "inventory-dlq", "--reason", "poison", "--yes");

        Assert.Equal((ExitCode.NotConfirmed, ExitCode.Done, ExitCode.Done), (refused.ExitCode, dry.ExitCode, done.ExitCode));
        Assert.Equal(["junk", "order"], before);
        Assert.Equal(["order"], await _box.BodiesAsync(Topology.InventoryDlq));
    }

    [Fact]
    public async Task A_discard_of_all_says_so_and_one_of_nothing_is_done()
    {
        await _box.PutAsync(Topology.InventoryDlq, "junk");

        var all = await _operator.RunAsync("dlq", "discard", "inventory-dlq", "--all", "--yes");
        var nothing = await _operator.RunAsync("dlq", "discard", "inventory-dlq", "--text", "junk", "--yes");

        Assert.Equal((ExitCode.Done, ExitCode.Done), (all.ExitCode, nothing.ExitCode));
        Assert.Contains($"{_fleet.Naming.Prefix}inventory-dlq: 1 discarded, 0 others left", all.Lines);
        Assert.Contains($"{_fleet.Naming.Prefix}inventory-dlq: 0 others left", nothing.Lines);
    }

    private async Task PutUndeliveredAsync(string rule, string queue, string body)
    {
        var target = await _endpoint.Clients.Sqs.GetQueueAttributesAsync(
            await _fleet.QueueUrlAsync(queue), ["QueueArn"], TestContext.Current.CancellationToken);
        var found = await _endpoint.Clients.EventBridge.DescribeRuleAsync(
            new() { Name = _fleet.Naming.NameOf(rule), EventBusName = _fleet.Naming.NameOf(Topology.Bus) }, TestContext.Current.CancellationToken);
        await _box.PutAsync(
            Topology.UndeliveredDlq, body, ("RULE_ARN", found.Arn), ("TARGET_ARN", target.QueueARN), ("ERROR_CODE", "NO_PERMISSIONS"));
    }
}
