using Workers.Contracts.Events;
using Workers.Events;
using Workers.OrderHistory;
using Workers.Orders.Aggregate;
using static Workers.Tests.Orders.Facts;

namespace Workers.Tests.Orders;

public sealed class WhenAnOrderIsToldOf
{
    /// <summary>The facts in turn, the status after them, and the last decision that they led to.</summary>
    public static TheoryData<string, OrderStatus?, string> Stories => new()
    {
        { "Placed", OrderStatus.Placed, "OrderRecorded" },
        { "Placed Reserved", OrderStatus.Reserved, "OrderRecorded" },
        { "Placed Reserved Charged", OrderStatus.Paid, "OrderPaid" },
        { "Placed Reserved Charged Shipped", OrderStatus.Completed, "OrderCompleted" },
        { "Placed Reserved Charged Shipped Delivered", OrderStatus.Completed, "OrderCompleted" },
        { "Placed NotReserved", OrderStatus.Failed, "OrderFailed Reservation" },
        { "Placed Reserved Declined", OrderStatus.Failed, "OrderFailed Payment" },
        { "Placed Reserved Charged NotShipped", OrderStatus.Failed, "OrderFailed Shipping" },
        { "Placed Reserved Charged NotShipped Refunded", OrderStatus.Failed, "OrderFailed Shipping" },
        { "Placed PaymentDeadline", OrderStatus.Failed, "OrderFailed Deadline" },
        { "Placed Reserved PaymentDeadline Charged", OrderStatus.Failed, "OrderFailed Deadline" },
        { "Placed Reserved Charged PaymentDeadline", OrderStatus.Paid, "OrderPaid" },
        { "Placed Reserved Charged ShipmentDeadline", OrderStatus.Paid, "ShipmentOverdue" },
        { "Placed Reserved Charged ShipmentDeadline ShipmentDeadline Shipped", OrderStatus.Completed, "OrderCompleted" },
        { "Placed Reserved Charged ShipmentDeadline NotShipped", OrderStatus.Failed, "OrderFailed Shipping" },
        { "Placed Cancellation", OrderStatus.Cancelled, "OrderCancellationDecided" },
        { "Placed Cancellation Reserved", OrderStatus.Cancelled, "OrderCancellationDecided" },
        { "Placed Reserved Charged Cancellation", OrderStatus.Paid, "CancellationRefused" },
        { "Placed Reserved Charged Shipped Cancellation", OrderStatus.Completed, "CancellationRefused" },
        { "Placed NotReserved Cancellation", OrderStatus.Failed, "OrderFailed Reservation" },
        { "Cancellation", null, "" },
        { "Cancellation Placed", OrderStatus.Cancelled, "OrderCancellationDecided" },
        { "Charged Reserved Placed", OrderStatus.Paid, "OrderPaid" },
        { "Shipped Charged Placed", OrderStatus.Completed, "OrderCompleted" },
        { "Charged Cancellation Placed", OrderStatus.Paid, "CancellationRefused" },
        { "PaymentDeadline Placed", OrderStatus.Failed, "OrderFailed Deadline" },
        { "Led WorkflowFailed", OrderStatus.Failed, "OrderFailed Reservation" },
        { "Led Reserved WorkflowFailed", OrderStatus.Failed, "OrderFailed Payment" },
        { "Led Reserved Charged WorkflowFailed", OrderStatus.Paid, "ShipmentOverdue" },
        { "Led Reserved Charged WorkflowFailed NotShipped", OrderStatus.Failed, "OrderFailed Shipping" },
        { "Led Reserved Charged WorkflowFailed Shipped", OrderStatus.Completed, "OrderCompleted" },
        { "WorkflowFailed Led", OrderStatus.Failed, "OrderFailed Reservation" },
        { "Placed Reserved WorkflowFailed", OrderStatus.Reserved, "OrderRecorded" },
        { "WorkflowFailed Placed", OrderStatus.Placed, "OrderRecorded" },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public void It_is_what_its_facts_make_it(string facts, OrderStatus? status, string lastDecision)
    {
        var (order, history) = Tell(facts.Split(' ').Select(Named));

        Assert.Equal(status, order.Status);
        Assert.Equal(lastDecision, Text(history.LastOrDefault(entry => entry.Kind == EntryKind.Decided)));
    }

    [Fact]
    public void A_fact_that_came_early_waits_on_record_and_is_applied_when_its_turn_comes()
    {
        var (_, history) = Tell(Charged, Placed);

        Assert.Equal(
            [
                (EntryKind.Pending, "PaymentProcessed", null),
                (EntryKind.Decided, "OrderRecorded", null),
                (EntryKind.Applied, "PaymentProcessed", 1),
                (EntryKind.Decided, "OrderPaid", (int?)null),
            ],
            history.Select(entry => (entry.Kind, entry.Detail.GetType().Name, entry.CameAs)));
    }

    [Theory]
    [InlineData("Placed Placed", "an order of this id is on record")]
    [InlineData("Placed Reserved Reserved", "the order is Reserved")]
    [InlineData("Placed Reserved Charged Charged", "the order is Paid")]
    [InlineData("Placed Cancellation Charged", "the order is Cancelled")]
    [InlineData("Placed Reserved WorkflowFailed", "the state machine does not lead the order")]
    [InlineData("Led Reserved Charged WorkflowFailed WorkflowFailed", "shipping was asked before")]
    [InlineData("Led Cancellation WorkflowFailed", "the order is Cancelled")]
    [InlineData("Placed Reserved Charged Shipped Shipped", "the order is Completed")]
    [InlineData("Placed NotReserved PaymentDeadline Reserved", "the order is Failed")]
    public void A_fact_that_changes_nothing_is_on_record_with_why(string facts, string why)
    {
        var (_, history) = Tell(facts.Split(' ').Select(Named));

        Assert.Equal((EntryKind.Ignored, why), (history[^1].Kind, history[^1].Why));
    }

    [Theory]
    [InlineData("States.Timeout", "States.Timeout")]
    [InlineData("", "its workflow ended ABORTED")]
    public void An_order_that_the_state_machine_gave_up_says_why(string reason, string why)
    {
        var (order, _) = Tell(Led, At(1, new WorkflowFailed(OrderId, "arn:aws:states:x:1", "ABORTED", reason)));

        Assert.Equal(why, order.Reason);
    }

    [Fact]
    public void A_second_order_of_another_customer_takes_nothing_over()
    {
        var (order, history) = Tell(Placed, At(1, new OrderPlaced(OrderId, "BOB", [new("LAPTOP", 9)], Amount: 900m)));

        Assert.Equal((CustomerId, 110m), (order.CustomerId, order.Amount));
        Assert.Equal("an order of this id is on record, of another customer", history[^1].Why);
    }

    [Fact]
    public void A_cancellation_that_names_another_customer_is_ignored()
    {
        var (order, history) = Tell(Placed, At(1, new OrderCancellationRequested(OrderId, "mischief", "BOB")));

        Assert.Equal(OrderStatus.Placed, order.Status);
        Assert.Equal("it is of another order under this id", history[^1].Why);
    }

    [Fact]
    public void Of_what_is_told_too_often_before_its_turn_three_wait_and_the_rest_is_ignored()
    {
        var (order, history) = Tell(
            [.. Enumerable.Range(0, 200).Select(minute => At(minute, new OrderCancellationRequested(OrderId, "x", "BOB"))), Charged, Placed]);

        Assert.Equal(OrderStatus.Paid, order.Status);
        Assert.Empty(order.Pending);
        Assert.Equal(197, history.Count(entry => entry.Why == "3 of its kind wait already"));
    }

    [Fact]
    public void What_waits_goes_on_waiting_whatever_else_is_told()
    {
        var deliveries = Enumerable.Range(0, 3).Select(minute => At(minute, new ShipmentDelivered(OrderId, CustomerId, "ship-1")));

        var (order, _) = Tell([Placed, .. deliveries, Reserved]);

        Assert.Equal(3, order.Pending.Count);
    }

    [Fact]
    public void A_charge_under_our_name_that_names_no_customer_or_amount_moves_nothing()
    {
        var (order, history) = Tell(Placed, At(1, new PaymentProcessed(OrderId, "p")));

        Assert.Equal((OrderStatus.Placed, EntryKind.Ignored), (order.Status, history[^1].Kind));
    }

    [Fact]
    public void The_delivery_of_another_shipment_is_none_of_this_order()
    {
        var (order, history) = Tell(Placed, Reserved, Charged, Shipped, At(5, new ShipmentDelivered(OrderId, CustomerId, "other")), Delivered);

        Assert.NotNull(order.DeliveredAt);
        Assert.Equal("it is of another shipment", history[^2].Why);
    }

    public static TheoryData<IEventDetail> OfAnotherOrder =>
    [
        new InventoryReserved(OrderId, [new("LAPTOP", 1, 90m), new("MOUSE", 2, 5m)], FakeTime.Start, "BOB", 110m),
        new InventoryReserved(OrderId, [new("LAPTOP", 9)], FakeTime.Start, CustomerId, 110m),
        new PaymentProcessed(OrderId, "PAY-1", "BOB", 110m),
        new PaymentProcessed(OrderId, "PAY-1", CustomerId, 900m),
        new PaymentFailed(OrderId, "the card has no money", CustomerId: "BOB"),
        new ReservationFailed(OrderId, "LAPTOP", ReservationFailure.ProductNotFound, "BOB"),
    ];

    [Theory]
    [MemberData(nameof(OfAnotherOrder))]
    public void What_became_of_another_order_under_its_id_moves_nothing(IEventDetail fact)
    {
        var (order, history) = Tell(Placed, At(1, fact));

        Assert.Equal(OrderStatus.Placed, order.Status);
        Assert.Equal((EntryKind.Ignored, "it is of another order under this id"), (history[^1].Kind, history[^1].Why));
    }

    [Fact]
    public void Another_companys_facts_are_on_record_and_move_nothing()
    {
        var (order, history) = Tell(
            [Placed, .. new[] { Reserved, Charged, Shipped, NotShipped, Declined }.Select(fact => fact with { IsForeign = true })]);

        Assert.Equal(OrderStatus.Placed, order.Status);
        Assert.Equal(6, history.Count);
        Assert.Equal(["OrderRecorded"], history.Where(entry => entry.Kind == EntryKind.Decided).Select(entry => entry.Detail.GetType().Name));
    }

    [Fact]
    public void A_deadline_that_finds_it_in_time_leaves_no_entry()
    {
        var (order, history) = Tell(Placed, Reserved, Charged, PaymentDeadline, Shipped, ShipmentDeadline);

        Assert.Equal(order.Version, history.Count);
        Assert.DoesNotContain(history, entry => entry.Detail is DeadlinePassed);
    }

    [Fact]
    public void Its_failure_says_what_is_to_be_taken_back()
    {
        var (_, history) = Tell(Placed, Reserved, Charged, NotShipped);

        var failed = Assert.IsType<OrderFailed>(history[^1].Detail);
        Assert.Equal(
            [("Payment Processed", "RefundPayment"), ("Inventory Reserved", "ReleaseInventory")],
            failed.CompensationRequired.Select(step => (step.EventType, step.CompensationAction)));
        Assert.Equal(("PAY-1", 110m), (failed.CompensationRequired[0].Data!.PaymentId, failed.CompensationRequired[0].Data!.Amount));
    }

    [Fact]
    public void Every_decision_tells_the_version_that_the_order_has_after_it()
    {
        var (_, history) = Tell(Placed, Reserved, Charged, Cancellation, Shipped);

        Assert.All(
            history.Where(entry => entry.Kind == EntryKind.Decided),
            entry => Assert.Equal(entry.Version, (int)entry.Detail.GetType().GetProperty("Version")!.GetValue(entry.Detail)!));
    }

    private static string Text(OrderEntry? entry) => entry?.Detail switch
    {
        null => "",
        OrderFailed failed => $"OrderFailed {failed.Stage}",
        var detail => detail.GetType().Name,
    };
}
