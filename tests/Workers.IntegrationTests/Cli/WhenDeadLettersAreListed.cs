using System.Text.Json;
using Workers.Contracts;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Cli;

public sealed class WhenDeadLettersAreListed : IAsyncLifetime
{
    private readonly ProvisionedFleet _fleet;
    private readonly DeadLetterBox _box;
    private readonly Operator _operator;

    public WhenDeadLettersAreListed(AwsEndpoint endpoint)
    {
        _fleet = new(endpoint);
        _box = new(endpoint, _fleet);
        _operator = new(endpoint, _fleet.Naming.Prefix);
    }

    public async ValueTask InitializeAsync()
    {
        await _fleet.InitializeAsync();
        await _box.PutAsync(
            Topology.InventoryDlq,
            """{"id":"e-1","source":"ecommerce.orders","detail-type":"Order Placed","detail":{"orderId":"O-1","metadata":{"eventId":"m-1"}}}""",
            ("Reason", "The handler threw: no such row"),
            ("ExceptionType", "System.InvalidOperationException"));
        await _box.PutAsync(Topology.InventoryDlq, "not json", ("Reason", "The body: is no JSON"));
    }

    public ValueTask DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public async Task Each_is_told_with_its_event_and_its_reason_and_stays_visible()
    {
        var list = await _operator.RunAsync("dlq", "list", "inventory-queue", "--json");

        var letters = list.Json.GetProperty("letters").EnumerateArray().ToList();
        Assert.Equal(2, letters.Count);
        var order = letters.Single(letter => letter.TryGetProperty("eventId", out var id) && id.GetString() == "m-1");
        Assert.Equal("ecommerce.orders/Order Placed", order.GetProperty("event").GetString());
        Assert.Equal("The handler threw: no such row", order.GetProperty("reason").GetString());
        Assert.False(order.TryGetProperty("body", out _), "a list shows no payload");
        Assert.Equal(2, (await _box.BodiesAsync(Topology.InventoryDlq)).Count);
    }

    [Theory]
    [InlineData("--reason", "NO SUCH", 1)]
    [InlineData("--exception-type", "InvalidOperation", 1)]
    [InlineData("--event-id", "m-1", 1)]
    [InlineData("--event-id", "m-2", 0)]
    [InlineData("--text", "not json", 1)]
    [InlineData("--older-than", "1h", 0)]
    [InlineData("--newer-than", "1h", 2)]
    public async Task A_filter_leaves_out_what_is_not_meant(string option, string value, int expected)
    {
        var list = await _operator.RunAsync("dlq", "list", "inventory-dlq", option, value, "--json");

        Assert.Equal(expected, list.Json.GetProperty("letters").GetArrayLength());
        Assert.Equal(2 - expected, list.Json.GetProperty("others").GetInt32());
    }

    [Fact]
    public async Task Show_tells_attributes_and_body_in_full()
    {
        var show = await _operator.RunAsync("dlq", "show", "inventory-dlq", "--event-id", "m-1");

        Assert.Contains(show.Lines, line => line.StartsWith("ExceptionType", StringComparison.Ordinal));
        Assert.Contains("\"orderId\": \"O-1\",", show.Lines);
        Assert.Contains($"1 dead letter in {_fleet.Naming.Prefix}inventory-dlq, 1 others", show.Lines);
    }

    [Fact]
    public async Task Without_a_queue_all_dead_letter_queues_are_listed()
    {
        await _box.PutAsync(Topology.UndeliveredDlq, "from nowhere");

        var list = await _operator.RunAsync("dlq", "list", "--json");

        Assert.Equal(
            Topology.Queues.Where(queue => queue.Redrive is null).Select(queue => (queue.Name, queue.Name switch
            {
                Topology.InventoryDlq => 2,
                Topology.UndeliveredDlq => 1,
                _ => 0,
            })),
            list.Json.GetProperty("queues").EnumerateArray().Select(queue =>
                (queue.GetProperty("queue").GetString()![_fleet.Naming.Prefix.Length..], queue.GetProperty("letters").GetArrayLength())));
    }

    [Fact]
    public async Task One_letter_is_shown_by_its_id_with_or_without_its_queue()
    {
        var list = await _operator.RunAsync("dlq", "list", "inventory-dlq", "--json");
        var id = list.Json.GetProperty("letters")[0].GetProperty("messageId").GetString()!;

        var alone = await _operator.RunAsync("dlq", "show", id[..8], "--json");
        var inItsQueue = await _operator.RunAsync("dlq", "show", "inventory-queue", id, "--json");
        var inAnother = await _operator.RunAsync("dlq", "show", "analytics-dlq", id, "--json");

        var found = alone.Json.GetProperty("queues").EnumerateArray().SelectMany(queue => queue.GetProperty("letters").EnumerateArray());
        Assert.Equal(id, Assert.Single(found).GetProperty("messageId").GetString());
        Assert.Equal(id, Assert.Single(inItsQueue.Json.GetProperty("letters").EnumerateArray()).GetProperty("messageId").GetString());
        Assert.Equal((0, 0, 1), (alone.ExitCode, inItsQueue.ExitCode, inAnother.ExitCode));
    }

    [Fact]
    public async Task A_limit_says_that_there_is_more()
    {
        var list = await _operator.RunAsync("dlq", "list", "inventory-dlq", "--limit", "1", "--json");

        Assert.Equal(1, list.Json.GetProperty("letters").GetArrayLength());
        Assert.Equal(JsonValueKind.False, list.Json.GetProperty("isWhole").ValueKind);
    }

    [Fact]
    public async Task A_queue_that_the_topology_does_not_know_is_a_mistake_of_usage()
    {
        var list = await _operator.RunAsync("dlq", "list", "other-queue");

        Assert.Equal(2, list.ExitCode);
    }
}
