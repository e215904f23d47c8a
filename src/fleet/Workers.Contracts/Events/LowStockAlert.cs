using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>A product's stock has crossed its threshold downwards.</summary>
/// <param name="ProductId">Which product.</param>
/// <param name="RemainingStock">The units available after the crossing.</param>
/// <param name="Threshold">The threshold that was crossed.</param>
/// <param name="ProductName">Its name, where one is stored.</param>
public sealed record LowStockAlert(
    [property: Id] string ProductId,
    [property: Stock] int RemainingStock,
    [property: Stock] int Threshold,
    [property: Name] string? ProductName = null) : IEventDetail;
