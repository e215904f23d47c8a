using Amazon.SQS.Model;
using Workers.Contracts;
using Workers.IntegrationTests.Cli;
using Workers.IntegrationTests.Endpoint;
using Workers.IntegrationTests.Fleet;

namespace Workers.IntegrationTests.Operations;

public sealed class WhenRehearsedLettersAreRedriven(AwsEndpoint endpoint, RunningFleet fleet) : IClassFixture<RunningFleet>
{
    private readonly Operator _operator = new(endpoint, fleet.Prefix);

    [Fact]
    public async Task The_group_that_passes_is_handled_and_the_one_that_would_come_back_stays()
    {
        fleet.RequireTransactions();
        await fleet.StockAsync("LAMP", 10);
        foreach (var number in Enumerable.Range(1, 3))
        {
            await PutAsync(EnvelopeOf.Event(
                "ecommerce.orders",
                "Order Placed",
                $$"""{"metadata":{"eventId":"placed-r{{number}}"},"orderId":"ORD-R{{number}}","customerId":"C-1","amount":10,"items":[{"productId":"LAMP","quantity":1}]}"""));
        }

        await PutAsync("poison", "it cannot be read");

        var run = await _operator.RunAsync("dlq", "redrive", "inventory-queue", "--rehearsed", "--json");

        Assert.Equal(1, run.ExitCode);   // one group stays
        Assert.Equal([3, 0], run.Json.GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("redriven").GetInt32()));
        await Eventually.TrueAsync("all three are reserved", async () => await fleet.StockOfAsync("LAMP") is { Available: 7 });
        var left = await _operator.RunAsync("dlq", "list", "inventory-queue", "--json");
        Assert.Equal(1, left.Json.GetProperty("letters").GetArrayLength());
    }

    private async Task PutAsync(string body, string reason = "the table was away") => await endpoint.Clients.Sqs.SendMessageAsync(
        new SendMessageRequest(await fleet.QueueUrlAsync(Topology.InventoryDlq), body)
        {
            MessageAttributes = new() { ["Reason"] = new() { DataType = "String", StringValue = reason } },
        },
        TestContext.Current.CancellationToken);
}
