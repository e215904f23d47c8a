using Workers.Contracts.Events;
using Workers.Events;
using Workers.OrderHistory;

namespace Workers.Orders.Aggregate;

/// <summary>
/// What an order makes of a fact, by what it is. No fact is refused because it came early or twice: it waits, or is put on record as
/// ignored. So every order of arrival ends as some serial one.
/// </summary>
internal static class OrderRules
{
    public static Verdict Judge(Order order, Fact fact) => (fact.Detail, order.Status) switch
    {
        (OrderPlaced placed, null) => Verdict.Apply((now, at) => OrderEvents.Recorded(now, placed, at)),
        (OrderPlaced placed, _) => Verdict.Ignore(placed.CustomerId == order.CustomerId
            ? "an order of this id is on record"
            : "an order of this id is on record, of another customer"),
        (_, null) => Verdict.Wait("the order itself has not come yet"),
        (InventoryReserved or PaymentProcessed or ShipmentCreated or ShippingFailed or PaymentFailed or ReservationFailed, _)
            when fact.IsForeign => Verdict.Apply(),
        (PaymentProcessed { CustomerId: null } or PaymentProcessed { Amount: null }, _) =>
            Verdict.Ignore("it names no customer or no amount, so it is not our payments worker's"),
        _ when IsOfAnother(order, fact.Detail) => Verdict.Ignore("it is of another order under this id"),
        (InventoryReserved, _) when order.ReservedAt is null && !order.HasEnded => Verdict.Apply(),
        (ReservationFailed failed, OrderStatus.Placed) => Fail(OrderStage.Reservation, failed.Why(), fact),
        (PaymentProcessed paid, _) when order.IsUnpaid => Verdict.Apply((now, at) => OrderEvents.Paid(now, paid, at)),
        (PaymentFailed failed, _) when order.IsUnpaid => Fail(OrderStage.Payment, failed.Reason, fact),
        (PaymentRefunded, _) => OfRefund(order),
        (ShipmentCreated, OrderStatus.Paid) => Verdict.Apply(OrderEvents.Completed),
        (ShippingFailed failed, OrderStatus.Paid) => Fail(OrderStage.Shipping, failed.Reason, fact),
        (ShipmentCreated or ShippingFailed, _) when order.IsUnpaid => Verdict.Wait("the order is not paid yet"),
        (ShipmentDelivered delivered, OrderStatus.Completed) when order.DeliveredAt is null => OfDelivery(order, delivered),
        (ShipmentDelivered, _) when !order.HasEnded => Verdict.Wait("no shipment is known yet"),
        (OrderCancellationRequested asked, _) => OfCancellation(order, asked.Reason),
        (OrderCancelled asked, _) => OfCancellation(order, asked.Reason),
        (WorkflowFailed failed, _) => OfWorkflow(order, failed, fact),
        (DeadlinePassed deadline, _) => OfDeadline(order, deadline, fact),
        _ => Verdict.Ignore(Late(order)),
    };

    private static Verdict Fail(OrderStage stage, string reason, Fact fact) => fact.IsForeign
        ? Verdict.Apply()
        : Verdict.Apply((now, at) => OrderEvents.Failed(now, stage, reason, at));

    private static Verdict OfDelivery(Order order, ShipmentDelivered delivered) => delivered.ShipmentId == order.ShipmentId
        ? Verdict.Apply()
        : Verdict.Ignore("it is of another shipment");

    private static Verdict OfRefund(Order order) =>
        !order.HasEnded ? Verdict.Wait("the order has not ended")
        : order.RefundedAt is null ? Verdict.Apply()
        : Verdict.Ignore("it was refunded before");

    private static Verdict OfCancellation(Order order, string reason) => order.Status switch
    {
        OrderStatus.Placed or OrderStatus.Reserved => Verdict.Apply((now, at) => OrderEvents.Cancelled(now, reason, at)),
        OrderStatus.Paid or OrderStatus.Completed => Verdict.Apply(OrderEvents.CancellationRefused),
        _ => Verdict.Ignore(Late(order)),
    };

    /// <summary>
    /// Nobody goes on with an order that the state machine has given up. Where it is paid, a carrier may have taken it: shipping has the
    /// last word.
    /// </summary>
    private static Verdict OfWorkflow(Order order, WorkflowFailed failed, Fact fact) => order.Status switch
    {
        _ when !order.IsOrchestrated => Verdict.Ignore("the state machine does not lead the order"),
        OrderStatus.Placed => Fail(OrderStage.Reservation, OrderEvents.Why(failed), fact),
        OrderStatus.Reserved => Fail(OrderStage.Payment, OrderEvents.Why(failed), fact),
        OrderStatus.Paid when order.IsOverdue => Verdict.Ignore("shipping was asked before"),
        OrderStatus.Paid => Verdict.Apply(OrderEvents.ShipmentOverdue),
        _ => Verdict.Ignore(Late(order)),
    };

    /// <summary>A deadline that finds its order in time leaves no entry: every order has two.</summary>
    private static Verdict OfDeadline(Order order, DeadlinePassed deadline, Fact fact) => (deadline.Awaited, order.Status) switch
    {
        (OrderStage.Payment, OrderStatus.Placed or OrderStatus.Reserved) =>
            Fail(OrderStage.Deadline, "it was not paid in time", fact),
        (OrderStage.Shipping, OrderStatus.Paid) when !order.IsOverdue => Verdict.Apply(OrderEvents.ShipmentOverdue),
        _ => Verdict.Nothing,
    };

    /// <summary>
    /// Whether a fact is about an order that somebody else placed under the same id, or about other goods: another worker may have
    /// heard of that one first.
    /// </summary>
    private static bool IsOfAnother(Order order, IEventDetail detail) => detail switch
    {
        InventoryReserved it => Differs(order, it.CustomerId, it.Amount) || !OrderUnits.AreSame(it.Items, order.Items),
        ReservationFailed it => Differs(order, it.CustomerId),
        PaymentProcessed it => Differs(order, it.CustomerId, it.Amount),
        PaymentFailed it => Differs(order, it.CustomerId, it.Amount),
        PaymentRefunded it => Differs(order, it.CustomerId, it.Amount),
        ShipmentCreated it => Differs(order, it.CustomerId),
        ShippingFailed it => Differs(order, it.CustomerId),
        ShipmentDelivered it => Differs(order, it.CustomerId),
        OrderCancellationRequested it => Differs(order, it.CustomerId),
        OrderCancelled it => Differs(order, it.CustomerId),
        _ => false,
    };

    private static bool Differs(Order order, string? customerId, decimal? amount = null) =>
        (customerId ?? order.CustomerId) != order.CustomerId || (amount ?? order.Amount) != order.Amount;

    private static string Late(Order order) => $"the order is {order.Status}";
}
