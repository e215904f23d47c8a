using Workers.Effects.Decisions;
using Columns = Workers.Contracts.Tables.InventoryColumns;

namespace Workers.Inventory.Stores;

/// <summary>When and by which event a product's stock was set. The later one wins, whatever order they arrive in.</summary>
/// <param name="At">The event's time.</param>
/// <param name="By">The event's id, which decides between equal times.</param>
internal sealed record StockSet(DateTimeOffset At, string By)
{
    public static StockSet? From(Item item) =>
        item.Time(Columns.StockSetAt) is { } at && item.Text(Columns.StockSetBy) is { } by ? new(at, by) : null;

    public bool IsNewerThan(StockSet? other) =>
        other is null || At > other.At || (At == other.At && string.CompareOrdinal(By, other.By) > 0);

    /// <summary>The item, set by this.</summary>
    public Item AddTo(Item item) => item.With(Columns.StockSetAt, At).With(Columns.StockSetBy, By);

    /// <summary>The update, which makes this the product's last set, as long as <paramref name="last"/> still is.</summary>
    public Update AddTo(Update update, StockSet? last) =>
        update
            .Set(Columns.StockSetAt, At)
            .Set(Columns.StockSetBy, By)
            .When(Condition.Is(Columns.StockSetAt, last?.At), Condition.Is(Columns.StockSetBy, last?.By));
}
