using System.Text.Json.Nodes;
using Workers.Contracts;

namespace Workers.Tests.Provisioning.StateMachines;

public sealed class WhenAnOrderIsOrchestrated : OrderWorkflowSpec
{
    [Fact]
    public async Task It_is_recorded_while_its_stock_is_reserved_then_charged_then_shipped()
    {
        var execution = await TriggerAsync();

        await RequestAsync(execution, EventNames.OrderPlaced);
        await AnswerAsync(execution, EventNames.StockReservationRequested);
        Assert.Empty(await RequestsAsync(execution, EventNames.PaymentRequested));
        await AnswerAsync(execution, EventNames.OrderPlaced);
        await AnswerAsync(execution, EventNames.PaymentRequested, Paid);
        await AnswerAsync(execution, EventNames.ShipmentRequested);

        Assert.Equal("SUCCEEDED", await EndAsync(execution));
    }

    [Fact]
    public async Task Each_worker_is_asked_with_what_it_needs()
    {
        var execution = await TriggerAsync();

        AssertDetail(Order, await RequestAsync(execution, EventNames.OrderPlaced), ["fulfilment"]);
        AssertDetail(
            """{"orderId":"ORD-1","customerId":"CUST-1","items":[{"productId":"P-1","quantity":1},{"productId":"P-1","quantity":2}],"amount":59.98}""",
            await RequestAsync(execution, EventNames.StockReservationRequested));
        await AnswerAsync(execution, EventNames.OrderPlaced);
        await AnswerAsync(execution, EventNames.StockReservationRequested);
        AssertDetail(
            """{"orderId":"ORD-1","customerId":"CUST-1","amount":59.98}""", await RequestAsync(execution, EventNames.PaymentRequested));
        await AnswerAsync(execution, EventNames.PaymentRequested, Paid);
        AssertDetail(Paid, await RequestAsync(execution, EventNames.ShipmentRequested));
    }

    [Fact]
    public async Task What_it_asks_belongs_to_the_chain_of_its_trigger()
    {
        var execution = await TriggerAsync();

        foreach (var name in new[] { EventNames.OrderPlaced, EventNames.StockReservationRequested })
        {
            var metadata = (await RequestAsync(execution, name))["metadata"]!;
            Assert.Equal("C-1", (string?)metadata["correlationId"]);
            Assert.Equal("T-1", (string?)metadata["causationId"]);
            Assert.Equal(Fulfilment.Orchestrated, (string?)metadata["fulfilment"]);
        }

        var placed = await RequestAsync(execution, EventNames.OrderPlaced);
        Assert.Equal(Fulfilment.Orchestrated, (string?)placed["fulfilment"]);
        Assert.Equal("1.2", (string?)placed["metadata"]!["eventVersion"]);
    }

    [Fact]
    public async Task A_trigger_without_metadata_is_known_by_its_envelope()
    {
        var execution = await StartAsync($$"""{"id":"E-1","detail":{"workflow_id":"W-1","order_id":"ORD-1","order":{{Order}} } }""");

        var metadata = (await RequestAsync(execution, EventNames.StockReservationRequested))["metadata"]!;
        Assert.Equal(("E-1", "E-1"), ((string?)metadata["correlationId"], (string?)metadata["causationId"]));
    }

    [Fact]
    public async Task A_step_that_is_asked_again_has_an_id_and_a_token_of_its_own_and_an_order_is_placed_under_one_id()
    {
        var execution = await TriggerAsync();
        await RequestAsync(execution, EventNames.OrderPlaced);
        await RequestAsync(execution, EventNames.StockReservationRequested);

        Time.Advance(TimeSpan.FromSeconds(20));
        await UntilAsync(async () =>
        {
            Time.Advance(TimeSpan.FromMilliseconds(100));
            return (await RequestsAsync(execution, EventNames.OrderPlaced)).Count == 2
                && (await RequestsAsync(execution, EventNames.StockReservationRequested)).Count == 2;
        });

        var placed = await RequestsAsync(execution, EventNames.OrderPlaced);
        var asked = await RequestsAsync(execution, EventNames.StockReservationRequested);
        Assert.Single(placed.Select(IdOf).Distinct());
        Assert.Equal(2, asked.Select(IdOf).Distinct().Count());
        Assert.Equal(4, placed.Concat(asked).Select(TokenOf).Distinct().Count());
        Assert.EndsWith("-ReserveStock-1-0", IdOf(asked[1]), StringComparison.Ordinal);
        await AnswerAsync(execution, EventNames.OrderPlaced, times: 2);
        await AnswerAsync(execution, EventNames.StockReservationRequested, times: 2);
        await RequestAsync(execution, EventNames.PaymentRequested);
    }

    [Fact]
    public async Task The_second_execution_of_a_trigger_that_came_twice_does_nothing()
    {
        var first = await TriggerAsync();
        await RequestAsync(first, EventNames.OrderPlaced);

        var second = await TriggerAsync();

        Assert.Equal("SUCCEEDED", await EndAsync(second));
        Assert.Equal(["ClaimOrder", "LedByAnother"], await VisitedAsync(second));
    }

    [Fact]
    public async Task A_redrive_goes_on_with_the_step_that_was_stopped_and_asks_it_anew()
    {
        var execution = await TriggerAsync();
        await AnswerAsync(execution, EventNames.OrderPlaced);
        await AnswerAsync(execution, EventNames.StockReservationRequested);
        var stopped = await RequestAsync(execution, EventNames.PaymentRequested);
        await States.StopExecutionAsync(new() { ExecutionArn = execution }, Cancellation);

        await States.RedriveExecutionAsync(new() { ExecutionArn = execution }, Cancellation);

        var asked = await RequestAsync(execution, EventNames.PaymentRequested, times: 2);
        Assert.EndsWith("-TakePayment-0-0", IdOf(stopped), StringComparison.Ordinal);
        Assert.EndsWith("-TakePayment-0-1", IdOf(asked), StringComparison.Ordinal);
        await AnswerAsync(execution, EventNames.PaymentRequested, Paid, times: 2);
        await AnswerAsync(execution, EventNames.ShipmentRequested);
        Assert.Equal("SUCCEEDED", await EndAsync(execution));
        Assert.Single(await RequestsAsync(execution, EventNames.OrderPlaced));
    }

    private static string IdOf(JsonNode request) => (string)request["metadata"]!["eventId"]!;

    private static void AssertDetail(string expected, JsonNode actual, string[]? added = null)
    {
        var members = actual.DeepClone().AsObject();
        foreach (var name in (string[])["metadata", .. added ?? []])
        {
            Assert.True(members.Remove(name), $"{name} is missing: {actual}");
        }

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), members), $"Expected {expected}, but it was {members.ToJsonString()}.");
    }
}
