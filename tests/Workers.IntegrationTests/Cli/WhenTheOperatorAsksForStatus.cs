using System.Text.Json;
using Workers.Cli.Running;
using Workers.Contracts;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Cli;

public sealed class WhenTheOperatorAsksForStatus(AwsEndpoint endpoint, ProvisionedFleet fleet) : IClassFixture<ProvisionedFleet>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Operator Operator => new(endpoint, fleet.Naming.Prefix);

    [Fact]
    public async Task Every_queue_is_counted_with_its_dead_letters_beside_it()
    {
        await SendAsync(Topology.InventoryQueue, "work");
        await SendAsync(Topology.InventoryDlq, "dead");
        await SendAsync(Topology.UndeliveredDlq, "undelivered");

        var status = await Operator.RunAsync("status", "--json");

        Assert.Equal(
            [.. Topology.Queues.Where(queue => queue.Redrive is not null).Select(queue => fleet.Naming.NameOf(queue.Name))],
            status.Json.GetProperty("queues").EnumerateArray().Select(queue => queue.GetProperty("queue").GetString()!));
        var inventory = Queue(status, Topology.InventoryQueue);
        Assert.Equal(1, inventory.GetProperty("waiting").GetInt32());
        Assert.False(inventory.TryGetProperty("oldestSeconds", out _), "nobody asked to look into a worker's queue");
        Assert.Equal(1, inventory.GetProperty("deadLetters").GetProperty("waiting").GetInt32());
        Assert.True(inventory.GetProperty("deadLetters").GetProperty("oldestSeconds").GetDouble() >= 0);
        Assert.Equal(1, status.Json.GetProperty("undelivered").GetProperty("waiting").GetInt32());
    }

    [Fact]
    public async Task Messages_that_are_being_handled_are_in_flight()
    {
        await SendAsync(Topology.AnalyticsQueue, "work");
        await endpoint.Clients.Sqs.ReceiveMessageAsync(await fleet.QueueUrlAsync(Topology.AnalyticsQueue), Cancellation);

        var status = await Operator.RunAsync("status", "--json");

        var analytics = Queue(status, Topology.AnalyticsQueue);
        Assert.Equal((0, 1), (analytics.GetProperty("waiting").GetInt32(), analytics.GetProperty("inFlight").GetInt32()));
    }

    [Fact]
    public async Task The_age_of_work_is_told_when_it_is_asked_for_and_the_message_stays_visible()
    {
        await SendAsync(Topology.NotificationQueue, "work");

        var first = await Operator.RunAsync("status", "--age", "--json");
        var second = await Operator.RunAsync("status", "--json");

        Assert.True(Queue(first, Topology.NotificationQueue).GetProperty("oldestSeconds").GetDouble() >= 0);
        Assert.Equal(1, Queue(second, Topology.NotificationQueue).GetProperty("waiting").GetInt32());
    }

    [Fact]
    public async Task Dead_letters_are_an_exit_code_of_their_own_where_a_script_asks_for_it()
    {
        await SendAsync(Topology.AnalyticsDlq, "dead");

        var usual = await Operator.RunAsync("status");
        var watched = await Operator.RunAsync("status", "--fail-on-dead-letters");

        Assert.Equal((ExitCode.Done, ExitCode.DeadLetters), (usual.ExitCode, watched.ExitCode));
    }

    [Fact]
    public async Task A_person_reads_one_table()
    {
        var status = await Operator.RunAsync("status");

        Assert.Equal(ExitCode.Done, status.ExitCode);
        Assert.Equal(1, status.Lines.Count(line => line.Contains("oldest letter", StringComparison.Ordinal)));
        Assert.Single(status.Lines, line => line.StartsWith(fleet.Naming.NameOf("inventory-queue"), StringComparison.Ordinal));
        Assert.Single(status.Lines, line => line.StartsWith(fleet.Naming.NameOf("undelivered-dlq"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fleet_that_was_never_applied_is_told_queue_by_queue()
    {
        var status = await new Operator(endpoint, "nobody-").RunAsync("status");

        Assert.Equal(ExitCode.Failed, status.ExitCode);
        Assert.Contains("nobody-inventory-queue", status.Error, StringComparison.Ordinal);
    }

    private JsonElement Queue(CommandRun status, string queue) => status.Json.GetProperty("queues").EnumerateArray()
        .Single(counted => counted.GetProperty("queue").GetString() == fleet.Naming.NameOf(queue));

    private async Task SendAsync(string queue, string body) =>
        await endpoint.Clients.Sqs.SendMessageAsync(await fleet.QueueUrlAsync(queue), body, Cancellation);
}
