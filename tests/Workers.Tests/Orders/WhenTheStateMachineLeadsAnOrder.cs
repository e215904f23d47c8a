using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Contracts.Tables;
using Workers.Events;
using Workers.Orders;
using Workers.Orders.Stores;

namespace Workers.Tests.Orders;

/// <summary>The worker itself, on tables in memory.</summary>
public sealed class WhenTheStateMachineLeadsAnOrder : IDisposable
{
    private static readonly OrderItem[] Items = [new("LAPTOP", 1, 90m)];

    private static readonly OrderPlaced Placed = new(
        "ORD-1", "CUST-1", Items, 90m, "1 Main Street", FakeTime.Start, Fulfilment: Fulfilment.Orchestrated);

    private static readonly PaymentProcessed Charged = new("ORD-1", "pay-1", "CUST-1", 90m);

    private readonly HandlerTest _orders = new(builder => builder.AddOrders(), "Orders");

    public void Dispose() => _orders.Dispose();

    [Fact]
    public void Its_record_says_so_and_answers_the_task_that_asked_for_it()
    {
        Tell(Placed, "placed", "token-1");

        var recorded = Assert.Single(_orders.Published);
        Assert.Equal(Fulfilment.Orchestrated, Assert.IsType<OrderRecorded>(recorded.Detail).Fulfilment);
        Assert.Equal(("token-1", Fulfilment.Orchestrated), (recorded.Metadata.TaskToken, recorded.Metadata.Fulfilment));
        Assert.Contains("\"fulfilment\":\"orchestrated\"", _orders.Store[OrderRow.Key("ORD-1")]!.Text(OrderColumns.Snapshot));
    }

    [Fact]
    public void Asking_again_for_its_record_is_answered_under_the_token_that_waits_now()
    {
        Tell(Placed, "placed", "token-1");
        Tell(Placed, "placed", "token-2");

        Assert.Equal(["token-1", "token-2"], _orders.Published.Select(told => told.Metadata.TaskToken));
        Assert.Single(_orders.Published.Select(told => told.Metadata.EventId).Distinct());
    }

    [Fact]
    public void Its_payment_answers_the_task_that_asked_for_it_and_is_told_again_to_whoever_asks_again()
    {
        Tell(Placed, "placed", "token-1");
        Tell(Charged, "charged", "token-2");
        Tell(Charged, "charged", "token-3");

        var paid = _orders.Published.Where(told => told.Detail is OrderPaid).ToList();
        Assert.Equal(["token-2", "token-3"], paid.Select(told => told.Metadata.TaskToken));
        Assert.Single(paid.Select(told => told.Metadata.EventId).Distinct());
    }

    [Fact]
    public void What_it_decides_upon_what_others_say_is_the_state_machines_too()
    {
        Tell(Placed, "placed", "token-1");
        _orders.Receives(new OrderCancellationRequested("ORD-1", "changed my mind"));
        _orders.RunUntilQuiet();

        var decided = _orders.Published[^1];
        Assert.IsType<OrderCancellationDecided>(decided.Detail);
        Assert.Equal((null, Fulfilment.Orchestrated), (decided.Metadata.TaskToken, decided.Metadata.Fulfilment));
    }

    [Fact]
    public void A_decision_that_is_told_with_its_record_does_not_answer_the_task()
    {
        _orders.Receives(new OrderCancellationRequested("ORD-1", "changed my mind"));
        _orders.RunUntilQuiet();
        Tell(Placed, "placed", "token-1");

        Assert.Equal(
            [(typeof(OrderRecorded), "token-1"), (typeof(OrderCancellationDecided), (string?)null)],
            _orders.Published.Select(told => (told.Detail.GetType(), told.Metadata.TaskToken)));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("choreographed", "choreographed")]
    [InlineData("orchestrated", "choreographed")]
    public void An_order_that_it_does_not_lead_is_never_told_as_led(string? heard, string? told)
    {
        Tell(Placed with { Fulfilment = null }, "placed", taskToken: null, fulfilment: null);
        Tell(Charged, "charged", "token-2", heard);

        Assert.Equal(told, _orders.Published[^1].Metadata.Fulfilment);
    }

    [Fact]
    public void Its_end_is_decided_once_when_its_execution_fails_while_it_is_told_of_why()
    {
        Tell(Placed, "placed", "token-1");
        Tell(new ReservationFailed("ORD-1", "LAPTOP", ReservationFailure.InsufficientStock, "CUST-1", 1, 0), "short", "token-2");
        _orders.Receives(new WorkflowFailed("ORD-1", "arn:aws:states:x:1", "FAILED", "InsufficientStock"), "failed");
        _orders.RunUntilQuiet();

        var failed = Assert.Single(_orders.Published, told => told.Detail is OrderFailed);
        Assert.Equal((null, Fulfilment.Orchestrated), (failed.Metadata.TaskToken, failed.Metadata.Fulfilment));
    }

    private void Tell(IEventDetail detail, string eventId, string? taskToken, string? fulfilment = Fulfilment.Orchestrated)
    {
        _orders.Receives(detail, new EventMetadata(eventId, "chain-1", TaskToken: taskToken, Fulfilment: fulfilment));
        _orders.RunUntilQuiet();
    }
}
