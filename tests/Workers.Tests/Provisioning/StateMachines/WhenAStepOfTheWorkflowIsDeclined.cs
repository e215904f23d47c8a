using Workers.Contracts;

namespace Workers.Tests.Provisioning.StateMachines;

public sealed class WhenAStepOfTheWorkflowIsDeclined : OrderWorkflowSpec
{
    [Fact]
    public async Task Stock_that_does_not_suffice_is_released_and_the_order_fails()
    {
        var execution = await TriggerAsync();

        await DeclineAsync(execution, EventNames.StockReservationRequested, WorkflowErrors.InsufficientStock, "1 of 3 left");

        Assert.Equal("1 of 3 left", (string?)(await RequestAsync(execution, EventNames.StockReleaseRequested))["reason"]);
        await AnswerAsync(execution, EventNames.StockReleaseRequested);
        Assert.Equal("FAILED InsufficientStock: 1 of 3 left", await EndAsync(execution));
    }

    [Fact]
    public async Task An_order_that_is_refused_fails_at_once_for_nothing_was_done()
    {
        var execution = await TriggerAsync();

        await DeclineAsync(execution, EventNames.StockReservationRequested, WorkflowErrors.OrderRefused, "too many products");

        Assert.Equal("FAILED OrderRefused: too many products", await EndAsync(execution));
        Assert.Empty(await RequestsAsync(execution, EventNames.StockReleaseRequested));
    }

    [Fact]
    public async Task A_payment_that_is_declined_gives_the_stock_back()
    {
        var execution = await PreparedAsync();

        await DeclineAsync(execution, EventNames.PaymentRequested, WorkflowErrors.PaymentDeclined, "no funds");

        await AnswerAsync(execution, EventNames.StockReleaseRequested);
        Assert.Equal("FAILED PaymentDeclined: no funds", await EndAsync(execution));
        Assert.Empty(await RequestsAsync(execution, EventNames.RefundRequested));
    }

    [Fact]
    public async Task A_shipment_that_fails_gives_first_the_money_back_and_then_the_stock()
    {
        var execution = await PreparedAsync();
        await AnswerAsync(execution, EventNames.PaymentRequested, Paid);

        await DeclineAsync(execution, EventNames.ShipmentRequested, WorkflowErrors.ShippingFailed, "no such street");

        Assert.Equal("no such street", (string?)(await RequestAsync(execution, EventNames.RefundRequested))["reason"]);
        Assert.Empty(await RequestsAsync(execution, EventNames.StockReleaseRequested));
        await AnswerAsync(execution, EventNames.RefundRequested);
        await AnswerAsync(execution, EventNames.StockReleaseRequested);
        Assert.Equal("FAILED ShippingFailed: no such street", await EndAsync(execution));
    }

    private async Task<string> PreparedAsync()
    {
        var execution = await TriggerAsync();
        await AnswerAsync(execution, EventNames.OrderPlaced);
        await AnswerAsync(execution, EventNames.StockReservationRequested);
        return execution;
    }
}
