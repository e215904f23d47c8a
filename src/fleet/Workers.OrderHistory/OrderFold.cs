using Workers.Contracts.Events;

namespace Workers.OrderHistory;

/// <summary>What each entry makes of an order. A pure function: the same history is the same order, today and in ten years.</summary>
public static class OrderFold
{
    public static Order Fold(string orderId, IEnumerable<OrderEntry> history) => history.Aggregate(Order.None(orderId), Apply);

    /// <exception cref="InvalidOperationException">The history has a gap.</exception>
    public static Order Apply(Order order, OrderEntry entry)
    {
        if (entry.Version != order.Version + 1)
        {
            throw new InvalidOperationException(
                $"The history of order {order.OrderId} has entry {entry.Version} after {order.Version}.");
        }

        var changed = entry.Kind switch
        {
            EntryKind.Pending => order with { Pending = [.. order.Pending, entry] },
            EntryKind.Ignored => order,
            _ => Change(order, entry),
        };
        return changed with
        {
            Version = entry.Version,
            Pending = [.. changed.Pending.Where(pending => pending.Version != entry.CameAs)],
        };
    }

    private static Order Change(Order order, OrderEntry entry) => entry.Detail switch
    {
        OrderRecorded recorded => Record(order, recorded),
        InventoryReserved when entry.IsForeign => order,
        InventoryReserved => order with
        {
            Status = order.Status == OrderStatus.Placed ? OrderStatus.Reserved : order.Status,
            ReservedAt = entry.OccurredAt,
        },
        OrderPaid paid => order with
        {
            Status = OrderStatus.Paid,
            PaymentId = paid.PaymentId,
            Charged = paid.Amount,
            PaidAt = entry.OccurredAt,
        },
        PaymentRefunded refunded when !entry.IsForeign => order with { Refunded = refunded.Amount, RefundedAt = entry.OccurredAt },
        ShipmentCreated shipment when !entry.IsForeign => order with
        {
            ShipmentId = shipment.ShipmentId,
            Carrier = shipment.Carrier,
            TrackingNumber = shipment.TrackingNumber,
        },
        ShipmentOverdue => order with { IsOverdue = true },
        ShipmentDelivered => order with { DeliveredAt = entry.OccurredAt },
        OrderCompleted => order with { Status = OrderStatus.Completed, EndedAt = entry.OccurredAt },
        OrderFailed failed => order with
        {
            Status = OrderStatus.Failed,
            FailedStage = failed.Stage,
            Reason = failed.Reason,
            EndedAt = entry.OccurredAt,
        },
        OrderCancellationDecided cancelled => order with
        {
            Status = OrderStatus.Cancelled,
            Reason = cancelled.Reason,
            EndedAt = entry.OccurredAt,
        },
        _ => order,   // on record, and another entry says what follows from it
    };

    private static Order Record(Order order, OrderRecorded recorded) => order with
    {
        Status = OrderStatus.Placed,
        CustomerId = recorded.CustomerId,
        Items = recorded.Items,
        Subtotal = recorded.Subtotal,
        Tax = recorded.Tax,
        Shipping = recorded.Shipping,
        Amount = recorded.Amount,
        ShippingAddress = recorded.ShippingAddress,
        Fulfilment = recorded.Fulfilment,
        PlacedAt = recorded.PlacedAt,
    };
}
