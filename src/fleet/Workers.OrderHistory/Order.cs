using Workers.Contracts.Events;

namespace Workers.OrderHistory;

/// <summary>
/// An order as its history makes it: the state after every entry up to <see cref="Version"/>. Nothing but <see cref="OrderFold"/> changes
/// it, so that the history and this never tell different stories.
/// </summary>
public sealed record Order
{
    public required string OrderId { get; init; }

    /// <summary>The number of the last entry; 0 where there is no history yet.</summary>
    public int Version { get; init; }

    /// <summary>Null until the order itself has come: facts about it may come earlier.</summary>
    public OrderStatus? Status { get; init; }

    public string? CustomerId { get; init; }

    public IReadOnlyList<OrderItem> Items { get; init; } = [];

    public decimal Subtotal { get; init; }

    public decimal Tax { get; init; }

    public decimal Shipping { get; init; }

    public decimal Amount { get; init; }

    public string? ShippingAddress { get; init; }

    /// <summary>How its steps are led; null: choreographed.</summary>
    public string? Fulfilment { get; init; }

    public DateTimeOffset? PlacedAt { get; init; }

    public DateTimeOffset? ReservedAt { get; init; }

    public string? PaymentId { get; init; }

    public decimal Charged { get; init; }

    public DateTimeOffset? PaidAt { get; init; }

    public decimal Refunded { get; init; }

    public DateTimeOffset? RefundedAt { get; init; }

    public string? ShipmentId { get; init; }

    public string? Carrier { get; init; }

    public string? TrackingNumber { get; init; }

    /// <summary>Whether the shipping worker was asked what became of the shipment.</summary>
    public bool IsOverdue { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>When it was completed, failed or cancelled.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public OrderStage? FailedStage { get; init; }

    /// <summary>Why it failed or was cancelled.</summary>
    public string? Reason { get; init; }

    /// <summary>What came before its turn, oldest first.</summary>
    public IReadOnlyList<OrderEntry> Pending { get; init; } = [];

    public bool HasEnded => Status is OrderStatus.Completed or OrderStatus.Failed or OrderStatus.Cancelled;

    /// <summary>Whether the state machine leads it.</summary>
    public bool IsOrchestrated => Fulfilment == Contracts.Fulfilment.Orchestrated;

    /// <summary>Whether it can still be cancelled or declined.</summary>
    public bool IsUnpaid => Status is OrderStatus.Placed or OrderStatus.Reserved;

    /// <summary>An order without a history.</summary>
    public static Order None(string orderId) => new() { OrderId = orderId };
}
