using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>Every item of an order is set aside for it.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Amount">What the customer owes.</param>
/// <param name="Items">One line per product.</param>
/// <param name="ReservedAt">When.</param>
public sealed record InventoryReserved(
    [property: Id] string OrderId,
    [property: Id] string CustomerId,
    [property: Money] decimal Amount,
    [property: Lines] IReadOnlyList<OrderItem> Items,
    DateTimeOffset ReservedAt) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => ReservedAt;

    /// <inheritdoc/>
    public IEnumerable<Violation> Violations() => OrderItems.Violations(Items);
}
