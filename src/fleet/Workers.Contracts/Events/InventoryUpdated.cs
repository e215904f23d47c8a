using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>Stock was counted (<paramref name="CurrentStock"/>) or has arrived (<paramref name="Restock"/>): exactly one of the two.</summary>
/// <param name="ProductId">Which product.</param>
/// <param name="Name">Its name; absent, it leaves the one that is stored.</param>
/// <param name="PreviousStock">What the producer believes was there before.</param>
/// <param name="CurrentStock">The units available to sell from now on.</param>
/// <param name="Restock">The units that are added, from 1.</param>
/// <param name="Threshold">Stock at or below it is low; absent, it leaves the one that is stored.</param>
/// <param name="Timestamp">When.</param>
public sealed record InventoryUpdated(
    [property: Id] string ProductId,
    [property: Name] string? Name = null,
    [property: Stock] int? PreviousStock = null,
    [property: Stock] int? CurrentStock = null,
    [property: Restock] int? Restock = null,
    [property: Stock] int? Threshold = null,
    DateTimeOffset? Timestamp = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;

    /// <inheritdoc/>
    public IEnumerable<Violation> Violations() => (CurrentStock, Restock) switch
    {
        (null, null) => [new("currentStock", "is required, unless restock is given")],
        ({ }, { }) => [new("restock", "cannot be given together with currentStock")],
        _ => [],
    };
}
