using Workers.Effects.Decisions;

namespace Workers.Inventory.Stores;

/// <summary>When and by which event a product's stock was set. The later one wins, whatever order they arrive in.</summary>
/// <param name="At">The event's time.</param>
/// <param name="By">The event's id, which decides between equal times.</param>
internal sealed record StockSet(DateTimeOffset At, string By)
{
    private const string AtAttribute = "stockSetAt";
    private const string ByAttribute = "stockSetBy";

    public static StockSet? From(Item item) =>
        item.Time(AtAttribute) is { } at && item.Text(ByAttribute) is { } by ? new(at, by) : null;

    public bool IsNewerThan(StockSet? other) =>
        other is null || At > other.At || (At == other.At && string.CompareOrdinal(By, other.By) > 0);

    /// <summary>The item, set by this.</summary>
    public Item AddTo(Item item) => item.With(AtAttribute, At).With(ByAttribute, By);

    /// <summary>The update, which makes this the product's last set, as long as <paramref name="last"/> still is.</summary>
    public Update AddTo(Update update, StockSet? last) =>
        update
            .Set(AtAttribute, At)
            .Set(ByAttribute, By)
            .When(Condition.Is(AtAttribute, last?.At), Condition.Is(ByAttribute, last?.By));
}
