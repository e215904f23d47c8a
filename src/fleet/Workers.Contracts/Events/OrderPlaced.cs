using System.Text.Json.Serialization;
using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>A customer has ordered.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Items">The lines as the producer states them, of at most 90 distinct products; a product may have several.</param>
/// <param name="Amount">What the customer owes.</param>
/// <param name="ShippingAddress">Where to, where the producer states it.</param>
/// <param name="Timestamp">When.</param>
/// <param name="Subtotal">The lines without tax and shipping; absent before version 1.1, where the amount stands for it.</param>
/// <param name="Tax">The tax in the amount; absent before version 1.1: none.</param>
/// <param name="Shipping">What shipping costs in the amount; absent before version 1.1: nothing.</param>
/// <param name="Fulfilment">How it is led; absent: choreographed. The state machine puts the orders that it leads, and nobody else.</param>
public sealed record OrderPlaced(
    [property: Id] string OrderId,
    [property: Id] string CustomerId,
    [property: Lines] IReadOnlyList<OrderItem> Items,
    [property: Money] decimal Amount,
    [property: Text] string? ShippingAddress = null,
    DateTimeOffset? Timestamp = null,
    [property: Money] decimal? Subtotal = null,
    [property: Money] decimal? Tax = null,
    [property: Money] decimal? Shipping = null,
    [property: Fulfilment] string? Fulfilment = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;

    /// <summary>
    /// One line per product, in the order of their first lines, their quantities added up. A price is kept only where the
    /// product's lines agree on it, so revenue is counted from <see cref="Items"/>.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<OrderItem> Products => OrderItems.Summed(Items);

    /// <inheritdoc/>
    public IEnumerable<Violation> Violations() => OrderItems.Violations(Items);
}
