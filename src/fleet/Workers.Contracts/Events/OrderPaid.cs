using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>An order is paid, and can no longer be cancelled. It carries what shipping needs.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Amount">What was charged.</param>
/// <param name="PaymentId">Under which payment.</param>
/// <param name="Items">One line per product.</param>
/// <param name="PlacedAt">When the customer ordered.</param>
/// <param name="Timestamp">When.</param>
/// <param name="Version">The order's version after this event.</param>
/// <param name="ShippingAddress">Where to, where the producer stated it.</param>
public sealed record OrderPaid(
    [property: Id] string OrderId,
    [property: Id] string CustomerId,
    [property: Money] decimal Amount,
    [property: Id] string PaymentId,
    [property: Lines] IReadOnlyList<OrderItem> Items,
    DateTimeOffset PlacedAt,
    DateTimeOffset Timestamp,
    [property: Version] int Version,
    [property: Text] string? ShippingAddress = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;

    /// <inheritdoc/>
    public IEnumerable<Violation> Violations() => OrderItems.Violations(Items);
}
