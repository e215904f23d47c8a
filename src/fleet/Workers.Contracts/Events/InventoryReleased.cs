using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>A cancelled or failed order's items are back in stock.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Items">One line per product.</param>
/// <param name="ReleasedAt">When.</param>
/// <param name="CustomerId">Whose, where the producer says so; our inventory worker does.</param>
public sealed record InventoryReleased(
    [property: Id] string OrderId,
    [property: Lines] IReadOnlyList<OrderItem> Items,
    DateTimeOffset ReleasedAt,
    [property: Id] string? CustomerId = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => ReleasedAt;

    /// <inheritdoc/>
    public IEnumerable<Violation> Violations() => OrderItems.Violations(Items);
}
