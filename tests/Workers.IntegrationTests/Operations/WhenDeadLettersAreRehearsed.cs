using Amazon.DynamoDBv2.Model;
using Workers.Contracts;
using Workers.IntegrationTests.Cli;
using Workers.IntegrationTests.Endpoint;
using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Operations;

public sealed class WhenDeadLettersAreRehearsed : IAsyncLifetime
{
    private readonly AwsEndpoint _endpoint;
    private readonly ProvisionedFleet _fleet;
    private readonly DeadLetterBox _box;
    private readonly Operator _operator;

    public WhenDeadLettersAreRehearsed(AwsEndpoint endpoint)
    {
        (_endpoint, _fleet) = (endpoint, new(endpoint));
        _box = new(endpoint, _fleet);
        _operator = new(endpoint, _fleet.Naming.Prefix);
    }

    public ValueTask InitializeAsync() => _fleet.InitializeAsync();

    public ValueTask DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public async Task What_would_be_written_and_emitted_is_shown_and_nothing_is_done()
    {
        await StockAsync("LAMP", 5);
        await _box.PutAsync(
            Topology.InventoryDlq, Order("ORD-1"), ("Handler", "Inventory.OrderPlacedHandler"), ("Place", "Workers.Old.Decide"), ("Reason", "was broken"));
        await _box.PutAsync(Topology.InventoryDlq, "no json", ("Reason", "poison"));

        var run = await _operator.RunAsync("dlq", "rehearse", "inventory-queue", "--json");

        Assert.Equal(1, run.ExitCode);   // the second still fails
        var groups = run.Json.GetProperty("groups").EnumerateArray().ToDictionary(group => group.GetProperty("verdict").GetString()!);
        Assert.Equal(["passes", "stillFails"], groups.Keys.Order(StringComparer.Ordinal));
        var handler = groups["passes"].GetProperty("letters")[0].GetProperty("handlers")[0];
        Assert.Equal("decides", handler.GetProperty("outcome").GetString());
        Assert.Contains(
            handler.GetProperty("writes").EnumerateArray(),
            write => write.GetString()!.StartsWith("update inventory productId=LAMP: available -1, reserved +1", StringComparison.Ordinal));
        Assert.StartsWith(
            "ecommerce.inventory/Inventory Reserved", handler.GetProperty("emits")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(2, (await _box.BodiesAsync(Topology.InventoryDlq)).Count);
        Assert.Equal(0, await CountAsync(Topology.ReservationsTable) + await CountAsync(Topology.IdempotencyTable));
    }

    [Fact]
    public async Task A_handler_whose_effect_is_elsewhere_is_not_asked()
    {
        await _box.PutAsync(Topology.PaymentsDlq, EnvelopeOf.Event(
            "ecommerce.inventory",
            "Inventory Reserved",
            """{"orderId":"ORD-1","customerId":"C-1","amount":10,"items":[{"productId":"LAMP","quantity":1}],"reservedAt":"2026-01-15T10:00:00Z"}"""));

        var run = await _operator.RunAsync("dlq", "rehearse", "payments-dlq", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("notRehearsed", run.Json.GetProperty("groups")[0].GetProperty("verdict").GetString());
    }

    [Theory]
    [MemberData(nameof(Queues))]
    public async Task Every_workers_letters_can_be(string queue)
    {
        await _box.PutAsync(Topology.ConsumptionOf(queue).Queue.Redrive!.DeadLetterQueue, Order("ORD-1"));

        var run = await _operator.RunAsync("dlq", "rehearse", queue, "--json");

        Assert.Equal(1, run.Json.GetProperty("groups").GetArrayLength());
    }

    public static TheoryData<string> Queues => [.. Topology.Consumptions.Select(consumption => consumption.Queue.Name)];

    [Fact]
    public async Task What_eventbridge_could_not_deliver_was_never_handled()
    {
        var run = await _operator.RunAsync("dlq", "rehearse", "undelivered-dlq");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("No worker consumes undelivered-dlq", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groups_are_told_apart_and_can_be_named()
    {
        await _box.PutAsync(Topology.InventoryDlq, "a", ("Reason", "ORD-1 is poison"));
        await _box.PutAsync(Topology.InventoryDlq, "b", ("Reason", "ORD-2 is poison"));
        await _box.PutAsync(Topology.InventoryDlq, "c", ("Handler", "H"), ("ExceptionType", "E"), ("Reason", "broken"));

        var groups = (await _operator.RunAsync("dlq", "groups", "inventory-queue", "--json")).Json.GetProperty("groups");
        var first = groups[0].GetProperty("fingerprint").GetProperty("id").GetString()!;
        var list = await _operator.RunAsync("dlq", "list", "inventory-queue", "--group", first, "--json");

        Assert.Equal([2, 1], groups.EnumerateArray().Select(group => group.GetProperty("count").GetInt32()));
        Assert.Equal(2, list.Json.GetProperty("letters").GetArrayLength());
    }

    private static string Order(string orderId) => EnvelopeOf.Event(
        "ecommerce.orders",
        "Order Placed",
        $$"""{"orderId":"{{orderId}}","customerId":"C-1","amount":10,"items":[{"productId":"LAMP","quantity":1}]}""");

    private Task<PutItemResponse> StockAsync(string productId, int units) => _endpoint.Clients.DynamoDb.PutItemAsync(
        _fleet.Naming.NameOf(Topology.InventoryTable),
        new()
        {
            ["productId"] = new(productId),
            ["available"] = new AttributeValue { N = $"{units}" },
            ["reserved"] = new AttributeValue { N = "0" },
            ["threshold"] = new AttributeValue { N = "0" },
        },
        TestContext.Current.CancellationToken);

    private async Task<int> CountAsync(string table) => (await _endpoint.Clients.DynamoDb.ScanAsync(
        new ScanRequest(_fleet.Naming.NameOf(table)), TestContext.Current.CancellationToken)).Count ?? 0;
}
