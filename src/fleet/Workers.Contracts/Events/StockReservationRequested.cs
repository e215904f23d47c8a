using System.Text.Json.Serialization;
using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>
/// The state machine asks for an order's units to be set aside. Inventory Reserved, Reservation Failed or Order Refused answers.
/// </summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Items">The lines of the order; a product may have several.</param>
/// <param name="Amount">What the customer owes.</param>
public sealed record StockReservationRequested(
    [property: Id] string OrderId,
    [property: Id] string CustomerId,
    [property: Lines] IReadOnlyList<OrderItem> Items,
    [property: Money] decimal Amount) : IEventDetail
{
    /// <summary>One line per product, as <see cref="OrderPlaced.Products"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<OrderItem> Products => OrderItems.Summed(Items);

    /// <inheritdoc/>
    public IEnumerable<Violation> Violations() => OrderItems.Violations(Items);
}
