using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>Stock is low, and somebody shall buy more. A product has at most one open purchase order.</summary>
/// <param name="PurchaseOrderId">Which.</param>
/// <param name="ProductId">What to buy.</param>
/// <param name="Quantity">How many units.</param>
/// <param name="Number">The how-manieth purchase order of the product this is.</param>
/// <param name="Timestamp">When.</param>
/// <param name="ProductName">The product's name, where one is stored.</param>
public sealed record PurchaseOrderRaised(
    [property: Id] string PurchaseOrderId,
    [property: Id] string ProductId,
    [property: Restock] int Quantity,
    [property: Ordinal] int Number,
    DateTimeOffset Timestamp,
    [property: Name] string? ProductName = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}
