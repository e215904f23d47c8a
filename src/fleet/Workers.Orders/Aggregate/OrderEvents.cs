using Workers.Contracts.Events;
using Workers.Contracts.Ranges;
using Workers.OrderHistory;

namespace Workers.Orders.Aggregate;

/// <summary>Makes the events of the orders worker. Each tells the version that the order has after it.</summary>
internal static class OrderEvents
{
    public static OrderRecorded Recorded(Order order, OrderPlaced placed, DateTimeOffset at) => new(
        order.OrderId,
        placed.CustomerId,
        placed.Products,
        placed.Subtotal ?? placed.Amount,
        placed.Tax ?? 0,
        placed.Shipping ?? 0,
        placed.Amount,
        at,
        order.Version + 1,
        placed.ShippingAddress,
        placed.Fulfilment);

    public static OrderPaid Paid(Order order, PaymentProcessed payment, DateTimeOffset at) => new(
        order.OrderId,
        order.CustomerId!,
        payment.Amount ?? order.Amount,
        payment.PaymentId,
        order.Items,
        order.PlacedAt!.Value,
        at,
        order.Version + 1,
        order.ShippingAddress);

    public static OrderCompleted Completed(Order order, DateTimeOffset at) => new(
        order.OrderId,
        order.CustomerId!,
        order.Charged,
        order.ShipmentId!,
        Elapsed: Math.Clamp(decimal.Round((decimal)(at - order.PlacedAt!.Value).TotalSeconds, 3), 0, Limits.Seconds),
        order.PlacedAt!.Value,
        at,
        order.Version + 1);

    public static OrderFailed Failed(Order order, OrderStage stage, string reason, DateTimeOffset at) => new(
        order.OrderId,
        order.CustomerId!,
        stage,
        reason,
        order.Amount,
        [.. Compensations(order)],
        order.PlacedAt!.Value,
        at,
        order.Version + 1);

    public static OrderCancellationDecided Cancelled(Order order, string reason, DateTimeOffset at) => new(
        order.OrderId,
        order.CustomerId!,
        order.Amount,
        reason,
        order.PlacedAt!.Value,
        at,
        order.Version + 1);

    public static CancellationRefused CancellationRefused(Order order, DateTimeOffset at) => new(
        order.OrderId,
        order.CustomerId!,
        order.Status!.Value,
        order.Status == OrderStatus.Paid ? "the order is paid" : "the order is on its way",
        order.PlacedAt!.Value,
        at,
        order.Version + 1);

    public static ShipmentOverdue ShipmentOverdue(Order order, DateTimeOffset at) => new(
        order.OrderId,
        order.CustomerId!,
        order.PlacedAt!.Value,
        at,
        order.Version + 1);

    /// <summary>Why the state machine has given an order up, in words.</summary>
    public static string Why(WorkflowFailed failed) =>
        failed.Reason.Length == 0 ? $"its workflow ended {failed.Status}" : failed.Reason;

    private static IEnumerable<Compensation> Compensations(Order order)
    {
        if (order.PaymentId is { } paymentId)
        {
            yield return Compensation.OfPayment(paymentId, order.Charged);
        }

        if (order.ReservedAt is not null)
        {
            yield return Compensation.OfReservation(order.Items);
        }
    }
}
