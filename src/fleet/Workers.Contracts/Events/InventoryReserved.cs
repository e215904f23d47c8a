using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>Every item of an order is set aside for it.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Items">One line per product.</param>
/// <param name="ReservedAt">When.</param>
/// <param name="CustomerId">Whose, where the producer says so; our inventory worker does.</param>
/// <param name="Amount">What the customer owes, where the producer says so.</param>
public sealed record InventoryReserved(
    [property: Id] string OrderId,
    [property: Lines] IReadOnlyList<OrderItem> Items,
    DateTimeOffset ReservedAt,
    [property: Id] string? CustomerId = null,
    [property: Money] decimal? Amount = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => ReservedAt;

    /// <inheritdoc/>
    public IEnumerable<Violation> Violations() => OrderItems.Violations(Items);
}
