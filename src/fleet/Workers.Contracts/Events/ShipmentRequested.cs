using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>The state machine asks for a paid order to be shipped. Shipment Created or Shipping Failed answers.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Amount">What was charged.</param>
/// <param name="Items">One line per product.</param>
/// <param name="ShippingAddress">Where to, where the producer stated it.</param>
public sealed record ShipmentRequested(
    [property: Id] string OrderId,
    [property: Id] string CustomerId,
    [property: Money] decimal Amount,
    [property: Lines] IReadOnlyList<OrderItem> Items,
    [property: Text] string? ShippingAddress = null) : IEventDetail
{
    /// <inheritdoc/>
    public IEnumerable<Violation> Violations() => OrderItems.Violations(Items);
}
