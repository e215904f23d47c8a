using Workers.Contracts;
using Workers.Events;

namespace Workers.Tests.Provisioning.StateMachines;

public sealed class WhenAStepOfTheWorkflowIsNotAnswered : OrderWorkflowSpec
{
    private const int Stock = 20;
    private const int Payment = 30;
    private const int Shipment = 20;
    private const int Refund = 18;

    [Theory]
    [MemberData(nameof(OfTheFirstStep))]
    public async Task What_may_have_been_reserved_is_released(string answered, string ignored)
    {
        var execution = await TriggerAsync();
        await AnswerAsync(execution, Named(answered));

        await IgnoreAsync(execution, Named(ignored), Stock);

        await AnswerAsync(execution, EventNames.StockReleaseRequested);
        Assert.Equal("FAILED StepUnsettled: Nobody has said in time that the order is on record and its stock reserved.", await EndAsync(execution));
    }

    [Fact]
    public async Task What_may_have_been_charged_is_refunded_and_then_the_stock_released()
    {
        var execution = await PreparedAsync();

        await IgnoreAsync(execution, EventNames.PaymentRequested, Payment);

        await AnswerAsync(execution, EventNames.RefundRequested);
        await AnswerAsync(execution, EventNames.StockReleaseRequested);
        Assert.Equal("FAILED StepUnsettled: Nobody has said in time whether the order is paid.", await EndAsync(execution));
    }

    [Fact]
    public async Task A_shipment_that_a_carrier_may_have_taken_is_not_undone()
    {
        var execution = await PreparedAsync();
        await AnswerAsync(execution, EventNames.PaymentRequested, Paid);

        await IgnoreAsync(execution, EventNames.ShipmentRequested, Shipment);

        Assert.StartsWith("FAILED ShipmentUnsettled: ", await EndAsync(execution), StringComparison.Ordinal);
        Assert.Empty(await RequestsAsync(execution, EventNames.RefundRequested));
        Assert.Empty(await RequestsAsync(execution, EventNames.StockReleaseRequested));
    }

    [Fact]
    public async Task A_refund_that_nobody_confirms_ends_the_execution()
    {
        var execution = await PreparedAsync();
        await AnswerAsync(execution, EventNames.PaymentRequested, Paid);
        await DeclineAsync(execution, EventNames.ShipmentRequested, WorkflowErrors.ShippingFailed, "no such street");

        await IgnoreAsync(execution, EventNames.RefundRequested, Refund);

        Assert.StartsWith("FAILED CompensationFailed: ", await EndAsync(execution), StringComparison.Ordinal);
        Assert.Empty(await RequestsAsync(execution, EventNames.StockReleaseRequested));
    }

    [Fact]
    public async Task An_answer_to_the_second_request_comes_in_time()
    {
        var execution = await PreparedAsync();
        await RequestAsync(execution, EventNames.PaymentRequested);
        await PassAsync(execution, Amazon.StepFunctions.HistoryEventType.TaskTimedOut, TimeSpan.FromSeconds(Payment));
        Time.Advance(TimeSpan.FromSeconds(1));

        await AnswerAsync(execution, EventNames.PaymentRequested, Paid, times: 2);
        await AnswerAsync(execution, EventNames.ShipmentRequested);

        Assert.Equal("SUCCEEDED", await EndAsync(execution));
    }

    public static TheoryData<string, string> OfTheFirstStep => new()
    {
        { EventNames.OrderPlaced.DetailType, EventNames.StockReservationRequested.DetailType },
        { EventNames.StockReservationRequested.DetailType, EventNames.OrderPlaced.DetailType },
    };

    private static EventName Named(string detailType) =>
        detailType == EventNames.OrderPlaced.DetailType ? EventNames.OrderPlaced : EventNames.StockReservationRequested;

    private async Task<string> PreparedAsync()
    {
        var execution = await TriggerAsync();
        await AnswerAsync(execution, EventNames.OrderPlaced);
        await AnswerAsync(execution, EventNames.StockReservationRequested);
        return execution;
    }
}
