using System.Text.Json;
using Amazon.DynamoDBv2.DocumentModel;
using Amazon.DynamoDBv2.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Defaults;
using Workers.Effects;
using Workers.Effects.Decisions;
using Workers.Engine;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.IntegrationTests.Cli;
using Workers.IntegrationTests.Endpoint;
using Workers.IntegrationTests.Fleet;
using Workers.IntegrationTests.Orders;
using Workers.Operations;
using Workers.Operations.Reading;
using Workers.Operations.Rehearsals;

namespace Workers.IntegrationTests.Operations;

public sealed class WhenThePastIsRehearsed : IClassFixture<TradedFleet>
{
    private const string Reserving = "Inventory.OrderPlacedHandler";
    private const string Placed = "ecommerce.orders/Order Placed";

    private readonly AwsEndpoint _endpoint;
    private readonly RunningFleet _fleet;
    private readonly Operator _operator;

    public WhenThePastIsRehearsed(AwsEndpoint endpoint, TradedFleet traded)
    {
        traded.Fleet.RequireTransactions();
        (_endpoint, _fleet) = (endpoint, traded.Fleet);
        _operator = new(endpoint, traded.Fleet.Prefix);
    }

    [Fact]
    public async Task The_build_that_took_the_events_takes_them_again()
    {
        var run = await _operator.RunAsync("rehearse", "--archive", "--from", "24h", "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var placed = Row(run, Reserving, Placed);
        Assert.True(placed.GetProperty("events").GetInt64() >= TradedFleet.Orders - 1);
        Assert.Equal(placed.GetProperty("events").GetInt64(), placed.GetProperty("taken").GetInt64());
        Assert.Equal(0, placed.GetProperty("refused").GetInt64());
        Assert.Equal("{}", run.Json.GetProperty("leftOut").ToString());
    }

    [Fact]
    public async Task Nothing_is_written_or_published()
    {
        var before = await EverythingAsync();

        var run = await _operator.RunAsync("rehearse", "--archive", "--from", "24h");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(before, await EverythingAsync());
    }

    [Fact]
    public async Task One_orders_events_are_shown_alone()
    {
        var run = await _operator.RunAsync("rehearse", "--order", "ORD-1", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(1, Row(run, Reserving, Placed).GetProperty("events").GetInt64());
    }

    [Fact]
    public async Task A_decision_that_this_build_breaks_is_told_with_an_example()
    {
        var fleet = new FleetAccess(_endpoint.Clients, new ResourceNaming { Prefix = _fleet.Prefix }, TimeProvider.System);
        HostedDeployable[] broken = [new("inventory", AddBrokenInventory)];
        await using var rehearsal = new PastRehearsal(
            fleet, queue => RehearsalHost.Of(fleet, Configuration(), queue, queue == Topology.InventoryQueue ? broken : null));

        var answer = await rehearsal.RunAsync(
            (await new RecordedEvents(fleet).OfOrderAsync("ORD-1", TestContext.Current.CancellationToken)).ToAsyncEnumerable(),
            TestContext.Current.CancellationToken);

        Assert.Equal(1, answer.Regressions);
        var row = answer.Rows[0];
        Assert.Equal((Reserving, 1L, 1L, 1L), (row.Handler, row.Taken, row.Refused, row.Regressions));
        Assert.EndsWith(": broken on purpose", row.Example, StringComparison.Ordinal);
    }

    private static void AddBrokenInventory(WebApplicationBuilder builder)
    {
        builder.AddWorkerDefaults("inventory", Topology.SettingsSections);
        builder.Services.AddContracts();
        builder.AddEffects(Topology.IdempotencyTable);
        builder.AddQueueConsumer("Inventory", Topology.InventoryQueue)
            .Decides<OrderPlaced>("OrderPlacedHandler", _ => new BrokenHandler());
    }

    private IConfiguration Configuration() => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Workers:Prefix"] = _fleet.Prefix,
        ["AWS:ServiceUrl"] = _endpoint.Url,
        ["AWS:Region"] = _endpoint.Region,
    }).Build();

    /// <summary>Every row but those that instances tell of themselves, and how many events the archive has.</summary>
    private async Task<string> EverythingAsync()
    {
        var all = new List<string>();
        foreach (var table in Topology.Tables.Select(table => table.Name).Where(name => name != Topology.FleetTable))
        {
            var page = await _endpoint.Clients.DynamoDb.ScanAsync(
                new ScanRequest($"{_fleet.Prefix}{table}") { ConsistentRead = true }, TestContext.Current.CancellationToken);
            Assert.Empty(page.LastEvaluatedKey ?? []);
            all.AddRange((page.Items ?? []).Select(row => $"{table} {Document.FromAttributeMap(row).ToJson()}"));
        }

        var archive = await _endpoint.Clients.EventBridge.DescribeArchiveAsync(
            new() { ArchiveName = $"{_fleet.Prefix}{Topology.ArchiveName}" }, TestContext.Current.CancellationToken);
        return string.Join('\n', all.Order(StringComparer.Ordinal).Append($"{archive.EventCount} events"));
    }

    private static JsonElement Row(CommandRun run, string handler, string name) => run.Json.GetProperty("rows").EnumerateArray()
        .Single(row => row.GetProperty("handler").GetString() == handler && row.GetProperty("event").GetString() == name);

    private sealed class BrokenHandler : IDecide<OrderPlaced>
    {
        public string OncePer(EventMessage<OrderPlaced> message) =>
            $"orderId={message.Detail.OrderId},is={OrderUnits.Fingerprint(message.Detail)}";

        public IEnumerable<ItemKey> Reads(OrderPlaced detail) => [];

        public Decision Decide(EventMessage<OrderPlaced> message, Items items) => throw new InvalidOperationException("broken on purpose");
    }
}
