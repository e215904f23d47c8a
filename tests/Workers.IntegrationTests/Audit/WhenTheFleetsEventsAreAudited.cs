using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Workers.Cli.Running;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.IntegrationTests.Cli;
using Workers.IntegrationTests.Endpoint;
using Workers.IntegrationTests.Fleet;
using Workers.IntegrationTests.Seeds;
using Row = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.IntegrationTests.Audit;

/// <summary>Each fact trades a little on a fleet of its own, because some tamper with the record.</summary>
public sealed class WhenTheFleetsEventsAreAudited : IAsyncLifetime
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private readonly AwsEndpoint _endpoint;
    private readonly RunningFleet _fleet;
    private readonly SeedFleet _seeds;

    public WhenTheFleetsEventsAreAudited(AwsEndpoint endpoint)
    {
        _endpoint = endpoint;
        _fleet = new(endpoint);
        _fleet.RequireTransactions();
        _seeds = new(endpoint, _fleet);
    }

    public ValueTask InitializeAsync() => _fleet.InitializeAsync();

    public ValueTask DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public async Task All_that_was_said_of_an_order_is_on_record_under_it_its_customer_and_its_product()
    {
        await _fleet.StockAsync("lamp", 10);
        await _fleet.PlaceAsync("ORD-1", "lamp", customerId: "CUST-001");
        await _fleet.OrderBecomesAsync("ORD-1", "Completed");
        await Quiet.WaitAsync(_endpoint, _fleet);

        var order = await EventsAsync("order%23ORD-1");
        Assert.Single(order, found => (string?)found["detail-type"] == "Order Placed");
        Assert.Superset(
            new HashSet<string> { "Order Placed", "Order Recorded", "Inventory Reserved", "Payment Processed", "Order Paid", "Shipment Created", "Order Completed" },
            order.Select(found => (string)found["detail-type"]!).ToHashSet());
        Assert.Equal(order.Count, order.Select(found => (string)found["eventId"]!).Distinct().Count());
        Assert.Single(order.Select(found => (string)found["correlationId"]!).Distinct());
        Assert.Contains("Order Placed", (await EventsAsync("customer%23CUST-001")).Select(found => (string)found["detail-type"]!));
        Assert.Contains("Inventory Updated", (await EventsAsync("product%23lamp")).Select(found => (string)found["detail-type"]!));
        await IsIntactAsync();
    }

    [Fact]
    public async Task What_nobody_registered_and_what_others_say_is_on_record_whatever_its_metadata()
    {
        await _fleet.PutEventAsync("a.stranger", "Something Else", """{"order_id":"ORD-X","metadata":{"eventId":{},"correlationId":5}}""");
        await _fleet.PutEventAsync("api-gateway", "support-ticket", """{"ticketId":"SUPPORT-001","customerId":"CUST-001","priority":"high","subject":"Help"}""");
        await _fleet.PutEventAsync("a.stranger", "Nothing In Particular", "{}");
        await Quiet.WaitAsync(_endpoint, _fleet);

        Assert.Equal("a.stranger", (string?)Assert.Single(await EventsAsync("order%23ORD-X"))["source"]);
        Assert.Equal("high", (string?)(await OfTheGatewayAsync("ticket%23SUPPORT-001"))["detail"]!["priority"]);
        Assert.Equal("SUPPORT-001", (string?)(await OfTheGatewayAsync("customer%23CUST-001"))["detail"]!["ticketId"]);
        Assert.Single(await EventsAsync("source%23a.stranger"));
        Assert.Empty(await _seeds.DeadLettersAsync());
    }

    [Fact]
    public async Task The_gateways_order_is_on_record_by_HTTP_and_from_the_bus()
    {
        const string Detail = """{"orderId":"ORD-12345","customerId":"CUST-001","amount":99.99,"items":["laptop","mouse"]}""";

        await _seeds.PostAsync($$"""{"detail-type":"order-created","detail":{{Detail}}}""");
        await _fleet.PutEventAsync("api-gateway", "order-created", Detail.Replace("12345", "67890", StringComparison.Ordinal));
        await Quiet.WaitAsync(_endpoint, _fleet);

        foreach (var orderId in (string[])["ORD-12345", "ORD-67890"])
        {
            var created = Assert.Single(await EventsAsync($"order%23{orderId}"), found => (string?)found["detail-type"] == "order-created");
            Assert.Equal(("api-gateway", "CUST-001"), ((string?)created["source"], (string?)created["detail"]!["customerId"]));
        }

        Assert.Equal(2, (await EventsAsync("product%23laptop")).Count(found => (string?)found["detail-type"] == "order-created"));
    }

    [Fact]
    public async Task An_event_that_is_put_twice_is_on_record_once_and_another_under_its_id_beside_it()
    {
        await _fleet.PutEventAsync("a.stranger", "Said", """{"orderId":"ORD-T","metadata":{"eventId":"evt-t"}}""", copies: 3);
        await _fleet.PutEventAsync("a.stranger", "Said", """{"orderId":"ORD-T","more":true,"metadata":{"eventId":"evt-t"}}""");
        await Quiet.WaitAsync(_endpoint, _fleet);

        Assert.Equal(2, (await EventsAsync("order%23ORD-T")).Count);
        await IsIntactAsync();
    }

    [Fact]
    public async Task Whoever_alters_or_removes_something_is_found_out()
    {
        foreach (var id in (string[])["A", "B", "C", "D"])
        {
            await _fleet.PutEventAsync("a.stranger", "Said", $$"""{"orderId":"{{id}}","customerId":"CUST"}""");
        }

        await Quiet.WaitAsync(_endpoint, _fleet);
        await IsIntactAsync();
        var rows = await ScanAsync(Topology.AuditTable);
        var links = (await ScanAsync(Topology.AuditChainTable)).Where(row => row[AuditChainColumns.Number].N != "0").ToList();

        await AlterAsync(rows.Single(row => row[AuditColumns.Entity].S == "order#A"));
        await RemoveAsync(Topology.AuditTable, rows.Single(row => row[AuditColumns.Entity].S == "order#B"), AuditColumns.Entity, AuditColumns.At);
        var reference = rows.Single(row => row.GetValueOrDefault(AuditColumns.HeldBy)?.S == "order#C");
        await RemoveAsync(Topology.AuditTable, reference, AuditColumns.Entity, AuditColumns.At);
        await RemoveAsync(
            Topology.AuditChainTable,
            links.Single(link => link[AuditChainColumns.Entity].S == "order#D"),
            AuditChainColumns.Chain,
            AuditChainColumns.Number);
        await _endpoint.Clients.DynamoDb.PutItemAsync(
            new() { TableName = Table(Topology.AuditTable), Item = new() { [AuditColumns.Entity] = new("order#E"), [AuditColumns.At] = new("then") } },
            Cancellation);

        var verified = await Operator.RunAsync("audit", "verify", "--json");
        var day = await Operator.RunAsync("audit", "verify", "--day", links[0][AuditChainColumns.Chain].S[..10]);
        var other = await Operator.RunAsync("audit", "verify", "--day", "2001-01-01");

        Assert.Equal((ExitCode.Failed, ExitCode.Failed), (verified.ExitCode, day.ExitCode));
        Assert.Equal(
            ["alteredRow order#A", "removedLink", "removedReference customer#CUST", "removedRow order#B", "unknownRow customer#CUST", "unknownRow order#D", "unknownRow order#E"],
            verified.Json.GetProperty("findings").EnumerateArray()
                .Select(finding => $"{finding.GetProperty("kind").GetString()} {finding.GetProperty("where").GetString()!.Split(' ')[0]}")
                .Select(found => found.StartsWith("removedLink", StringComparison.Ordinal) ? "removedLink" : found)
                .Order(StringComparer.Ordinal));
        Assert.Contains("1 chains, 3 events: 7 wrong (altered row 1, removed row 1, removed reference 1, removed link 1, unknown row 3)", day.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, other.ExitCode);   // a row that does not say when it was recorded is of any day
        Assert.Contains("0 chains, 0 events: 1 wrong (unknown row 1)", other.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_hides_behind_an_expiry_nor_behind_a_key_that_cannot_be()
    {
        await _fleet.PutEventAsync("a.stranger", "Said", """{"orderId":"A","customerId":"CUST"}""");
        await _fleet.PutEventAsync("a.stranger", "Said", """{"orderId":"B","customerId":"CUST"}""");
        await Quiet.WaitAsync(_endpoint, _fleet);
        var rows = await ScanAsync(Topology.AuditTable);
        foreach (var link in await ScanAsync(Topology.AuditChainTable))
        {
            link[AuditChainColumns.ExpiresAt] = new() { N = "1" };
            await PutAsync(Topology.AuditChainTable, link);
        }

        await AlterAsync(rows.Single(row => row[AuditColumns.Entity].S == "order#A"));
        var reference = rows.Single(row => row.GetValueOrDefault(AuditColumns.HeldBy)?.S == "order#B");
        reference[AuditColumns.HeldBy] = new(new string('x', 3000));
        await PutAsync(Topology.AuditTable, reference);
        var forged = rows.Single(row => row[AuditColumns.Entity].S == "order#B");
        (forged[AuditColumns.Entity], forged[AuditColumns.ExpiresAt]) = (new("order#FORGED"), new() { N = "1" });
        await PutAsync(Topology.AuditTable, forged);

        var verified = await Operator.RunAsync("audit", "verify", "--json");

        Assert.Equal(ExitCode.Failed, verified.ExitCode);
        Assert.Equal(
            ["alteredLink", "alteredReference", "alteredRow", "unknownRow"],
            verified.Json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("kind").GetString()!)
                .Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["A"], (await EventsAsync("customer%23CUST")).Select(found => (string)found["detail"]!["orderId"]!));
        Assert.Empty(await EventsAsync("order%23FORGED"));
    }

    [Theory]
    [InlineData("30.11.2026")]
    [InlineData("2026-02-30")]
    public async Task A_day_that_is_none_is_a_mistake_of_usage(string day) =>
        Assert.Equal(ExitCode.Usage, (await Operator.RunAsync("audit", "verify", "--day", day)).ExitCode);

    private Operator Operator => new(_endpoint, _fleet.Prefix);

    private async Task IsIntactAsync()
    {
        var verified = await Operator.RunAsync("audit", "verify");

        Assert.True(verified.ExitCode == ExitCode.Done, verified.Out);
        Assert.Matches(@"[1-9]\d* chains, [1-9]\d* events: intact", verified.Out);
    }

    private async Task<IReadOnlyList<JsonObject>> EventsAsync(string entity)
    {
        var (events, next) = (new List<JsonObject>(), "");
        do
        {
            var page = (await _fleet.FindAsync($"/audit/{entity}?limit=7&next={next}"))!;
            events.AddRange(page["events"]!.AsArray().Select(found => found!.AsObject()));
            next = (string?)page["next"];
        }
        while (next is not null);

        return events;
    }

    /// <summary>What the gateway said; the support worker has said something too.</summary>
    private async Task<JsonNode> OfTheGatewayAsync(string entity) =>
        Assert.Single(await EventsAsync(entity), found => (string?)found["source"] == "api-gateway");

    // As the AWS CLI would.
    private Task<UpdateItemResponse> AlterAsync(Row row) => _endpoint.Clients.DynamoDb.UpdateItemAsync(
        new UpdateItemRequest
        {
            TableName = Table(Topology.AuditTable),
            Key = new() { [AuditColumns.Entity] = row[AuditColumns.Entity], [AuditColumns.At] = row[AuditColumns.At] },
            UpdateExpression = "SET #detail = :detail",
            ExpressionAttributeNames = new() { ["#detail"] = AuditColumns.Detail },
            ExpressionAttributeValues = new() { [":detail"] = new("""{"orderId":"A","customerId":"CUST","paid":true}""") },
        },
        Cancellation);

    private Task<DeleteItemResponse> RemoveAsync(string table, Row row, string partition, string sort) => _endpoint.Clients.DynamoDb.DeleteItemAsync(
        new DeleteItemRequest { TableName = Table(table), Key = new() { [partition] = row[partition], [sort] = row[sort] } }, Cancellation);

    private Task<PutItemResponse> PutAsync(string table, Row row) =>
        _endpoint.Clients.DynamoDb.PutItemAsync(new PutItemRequest { TableName = Table(table), Item = row }, Cancellation);

    private async Task<List<Row>> ScanAsync(string table) =>
        (await _endpoint.Clients.DynamoDb.ScanAsync(new ScanRequest { TableName = Table(table), ConsistentRead = true }, Cancellation)).Items;

    private string Table(string table) => $"{_fleet.Prefix}{table}";
}
