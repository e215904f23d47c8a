using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>Units have arrived, or a count found enough: the purchase order is no longer open.</summary>
/// <param name="PurchaseOrderId">Which.</param>
/// <param name="ProductId">Of which product.</param>
/// <param name="Quantity">How many units it asked for.</param>
/// <param name="Number">The how-manieth purchase order of the product this is.</param>
/// <param name="Timestamp">When.</param>
/// <param name="Received">How many units arrived; absent where a count closed it.</param>
public sealed record PurchaseOrderClosed(
    [property: Id] string PurchaseOrderId,
    [property: Id] string ProductId,
    [property: Restock] int Quantity,
    [property: Ordinal] int Number,
    DateTimeOffset Timestamp,
    [property: Restock] int? Received = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}
