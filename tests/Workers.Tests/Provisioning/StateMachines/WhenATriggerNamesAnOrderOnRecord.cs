using Workers.Contracts;
using Workers.Contracts.Tables;

namespace Workers.Tests.Provisioning.StateMachines;

/// <summary>The trigger as other producers know it: it names an order, and brings none.</summary>
public sealed class WhenATriggerNamesAnOrderOnRecord : OrderWorkflowSpec
{
    private const string Snapshot =
        """{"orderId":"ORD-1","version":1,"status":"Placed","customerId":"CUST-1","items":[{"productId":"P-1","quantity":3}],"subtotal":59.98,"amount":59.98}""";

    [Fact]
    public async Task The_workflow_goes_along_with_those_who_lead_it()
    {
        await RecordAsync("Placed", Snapshot);

        var execution = await TriggerAsync(order: null);

        var request = await RequestAsync(execution, EventNames.StockReservationRequested);
        Assert.Equal(Fulfilment.Choreographed, (string?)request["metadata"]!["fulfilment"]);
        Assert.Equal(59.98m, (decimal?)request["amount"]);
        await AnswerAsync(execution, EventNames.StockReservationRequested);
        await AnswerAsync(execution, EventNames.PaymentRequested, Paid);
        await AnswerAsync(execution, EventNames.ShipmentRequested);
        Assert.Equal("SUCCEEDED", await EndAsync(execution));
        Assert.Empty(await RequestsAsync(execution, EventNames.OrderPlaced));
    }

    [Fact]
    public async Task An_order_that_costs_nothing_has_an_amount_all_the_same()
    {
        await RecordAsync("Placed", Snapshot.Replace(""","subtotal":59.98,"amount":59.98""", "", StringComparison.Ordinal));

        var execution = await TriggerAsync(order: null);

        Assert.Equal(0m, (decimal?)(await RequestAsync(execution, EventNames.StockReservationRequested))["amount"]);
    }

    [Fact]
    public async Task An_order_that_comes_a_little_later_is_waited_for()
    {
        await RecordAsync(status: null, """{"orderId":"ORD-1","version":1}""");
        var execution = await TriggerAsync(order: null);
        await EnteredAsync(execution, "WaitForOrder", times: 1);

        await RecordAsync("Placed", Snapshot);
        Time.Advance(TimeSpan.FromSeconds(5));

        await RequestAsync(execution, EventNames.StockReservationRequested);
    }

    [Fact]
    public async Task An_order_that_does_not_come_fails_the_workflow()
    {
        var execution = await TriggerAsync(order: null);

        for (var times = 1; times <= 2; times++)
        {
            await EnteredAsync(execution, "WaitForOrder", times);
            Time.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Equal("FAILED OrderUnknown: There is no such order on record.", await EndAsync(execution));
    }

    [Theory]
    [InlineData("Completed")]
    [InlineData("Failed")]
    [InlineData("Cancelled")]
    public async Task An_order_that_has_ended_is_left_alone(string status)
    {
        await RecordAsync(status, Snapshot.Replace("Placed", status, StringComparison.Ordinal));

        var execution = await TriggerAsync(order: null);

        Assert.Equal("SUCCEEDED", await EndAsync(execution));
        Assert.Equal("OrderHasEnded", (await VisitedAsync(execution))[^1]);
    }

    private Task EnteredAsync(string execution, string state, int times) => UntilAsync(async () =>
    {
        var history = await States.GetExecutionHistoryAsync(new() { ExecutionArn = execution, MaxResults = 1000 }, Cancellation);
        return history.Events.Count(happened => happened.StateEnteredEventDetails?.Name == state) >= times;
    });

    private Task<Amazon.DynamoDBv2.Model.PutItemResponse> RecordAsync(string? status, string snapshot)
    {
        var item = new Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>
        {
            [OrderColumns.OrderId] = new("ORD-1"),
            [OrderColumns.Snapshot] = new(snapshot),
        };
        if (status is not null)
        {
            item[OrderColumns.Status] = new(status);
        }

        return DynamoDb.PutItemAsync(Topology.OrdersTable, item, Cancellation);
    }
}
