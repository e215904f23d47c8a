using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>An order's history has begun: the orders worker knows it, with its amounts as they stand for good.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Items">One line per product.</param>
/// <param name="Subtotal">The lines without tax and shipping.</param>
/// <param name="Tax">The tax on them.</param>
/// <param name="Shipping">What shipping costs.</param>
/// <param name="Amount">What the customer owes.</param>
/// <param name="PlacedAt">When the customer ordered.</param>
/// <param name="Version">The order's version after this event.</param>
/// <param name="ShippingAddress">Where to, where the producer stated it.</param>
/// <param name="Fulfilment">How it is led; absent: choreographed.</param>
public sealed record OrderRecorded(
    [property: Id] string OrderId,
    [property: Id] string CustomerId,
    [property: Lines] IReadOnlyList<OrderItem> Items,
    [property: Money] decimal Subtotal,
    [property: Money] decimal Tax,
    [property: Money] decimal Shipping,
    [property: Money] decimal Amount,
    DateTimeOffset PlacedAt,
    [property: Version] int Version,
    [property: Text] string? ShippingAddress = null,
    [property: Fulfilment] string? Fulfilment = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => PlacedAt;

    /// <inheritdoc/>
    public IEnumerable<Violation> Violations() => OrderItems.Violations(Items);
}
