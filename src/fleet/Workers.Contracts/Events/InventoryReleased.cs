using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>A cancelled order's items are back in stock.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Items">One line per product.</param>
/// <param name="ReleasedAt">When.</param>
public sealed record InventoryReleased(
    [property: Id] string OrderId,
    [property: Id] string CustomerId,
    [property: Lines] IReadOnlyList<OrderItem> Items,
    DateTimeOffset ReleasedAt) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => ReleasedAt;

    /// <inheritdoc/>
    public IEnumerable<Violation> Violations() => OrderItems.Violations(Items);
}
