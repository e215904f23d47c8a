using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Workers.Contracts;
using Workers.IntegrationTests.Cli;
using Workers.IntegrationTests.Endpoint;
using Workers.IntegrationTests.Orders;

namespace Workers.IntegrationTests.Operations;

public sealed class WhenTheBooksOfTheFleetAreChecked : IClassFixture<TradedFleet>
{
    private readonly AwsEndpoint _endpoint;
    private readonly TradedFleet _traded;
    private readonly Operator _operator;

    public WhenTheBooksOfTheFleetAreChecked(AwsEndpoint endpoint, TradedFleet traded)
    {
        traded.Fleet.RequireTransactions();
        (_endpoint, _traded) = (endpoint, traded);
        _operator = new(endpoint, traded.Fleet.Prefix);
    }

    [Fact]
    public async Task They_balance_until_a_row_is_changed_and_the_repair_is_a_command_that_can_be_run()
    {
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, TestContext.Current.CancellationToken);   // older than the patience
        var before = await _operator.RunAsync("books", "--patience", "1s", "--json");
        Assert.Equal((0, "{}"), (before.ExitCode, before.Json.GetProperty("kinds").ToString()));
        Assert.True(before.Json.GetProperty("orders").GetInt64() >= TradedFleet.Orders);

        await SetStateAsync(Topology.PaymentsTable, "ORD-NOWHERE", "Charged");   // it failed, and was refunded
        await SetStateAsync(Topology.ReservationsTable, "ORD-DECLINED", "Reserved");
        var after = await _operator.RunAsync("books", "--patience", "1s", "--json");

        Assert.Equal(1, after.ExitCode);
        var findings = after.Json.GetProperty("findings").EnumerateArray().ToList();
        Assert.Equal(["unrefunded ORD-NOWHERE", "unreleased ORD-DECLINED"], findings.Select(Told).Order(StringComparer.Ordinal));
        var repair = findings[0].GetProperty("repair").GetString()!.Split(' ');
        var planned = await _operator.RunAsync([.. repair[1..^2], "--dry-run"]);
        Assert.Equal(0, planned.ExitCode);
    }

    private static string Told(JsonElement finding) => $"{finding.GetProperty("kind").GetString()} {finding.GetProperty("subject").GetString()}";

    private Task<UpdateItemResponse> SetStateAsync(string table, string orderId, string state) => _endpoint.Clients.DynamoDb.UpdateItemAsync(
        new()
        {
            TableName = $"{_traded.Fleet.Prefix}{table}",
            Key = new() { ["orderId"] = new(orderId) },
            UpdateExpression = "SET #state = :state",
            ExpressionAttributeNames = new() { ["#state"] = "state" },
            ExpressionAttributeValues = new() { [":state"] = new AttributeValue(state) },
        },
        TestContext.Current.CancellationToken);
}
