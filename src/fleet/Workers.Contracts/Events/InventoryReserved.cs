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
    IReadOnlyList<OrderItem> Items,
    DateTimeOffset ReservedAt) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => ReservedAt;

    /// <inheritdoc/>
    public IEnumerable<Violation> Violations()
    {
        var found = new Findings();
        found.Id("orderId", OrderId);
        found.Id("customerId", CustomerId);
        found.Money("amount", Amount);
        OrderItems.Check(ref found, Items);
        return found.All;
    }
}
