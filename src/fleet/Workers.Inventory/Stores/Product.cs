using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Effects.Decisions;

namespace Workers.Inventory.Stores;

/// <summary>A row of the <c>inventory</c> table, and the writes that a decision about it may want.</summary>
/// <param name="ProductId">The row's key.</param>
/// <param name="Name">What people call it, where somebody said so.</param>
/// <param name="Available">Units that may still be reserved; never below zero.</param>
/// <param name="Threshold">At or below this many available units, stock is low.</param>
/// <param name="LastSet">The correction that last replaced <paramref name="Available"/>; null before the first.</param>
internal sealed record Product(string ProductId, string? Name, long Available, long Threshold, StockSet? LastSet)
{
    /// <summary>The threshold of a product that nobody gave one.</summary>
    public const long UsualThreshold = 10;

    private const string NameAttribute = "name";
    private const string AvailableAttribute = "available";
    private const string ReservedAttribute = "reserved";
    private const string ThresholdAttribute = "threshold";

    public static ItemKey Key(string productId) => new(Topology.InventoryTable, "productId", productId);

    public static Product? Find(Items items, string productId) =>
        items.Find(Key(productId)) is { } item
            ? new Product(
                productId,
                item.Text(NameAttribute),
                (long)(item.Number(AvailableAttribute) ?? 0),
                (long)(item.Number(ThresholdAttribute) ?? UsualThreshold),
                StockSet.From(item))
            : null;

    /// <summary>Puts the product's first row.</summary>
    public Insert Create() =>
        Write.Insert(
            Key(ProductId),
            (LastSet?.AddTo(Item.Empty) ?? Item.Empty)
                .With(NameAttribute, Name)
                .With(AvailableAttribute, Available)
                .With(ReservedAttribute, 0m)
                .With(ThresholdAttribute, Threshold));

    /// <summary>Moves units from available to reserved, as long as there are enough and stock stays on its side of the threshold.</summary>
    public Update Reserve(long quantity) =>
        Write.Update(Key(ProductId))
            .Add(AvailableAttribute, -quantity)
            .Add(ReservedAttribute, quantity)
            .When(WhileReserving(quantity), Condition.Is(ThresholdAttribute, Threshold));

    /// <summary>Moves units back from reserved to available. A plain increment: it arms no alarm and depends on nothing.</summary>
    public static Update Release(string productId, long quantity) =>
        Write.Update(Key(productId)).Add(AvailableAttribute, quantity).Add(ReservedAttribute, -quantity);

    /// <summary>Adds units to a product that is there; commutes with reservations.</summary>
    public static Update Restock(string productId, long quantity, string? name, long? threshold) =>
        Write.Update(Key(productId))
            .Add(AvailableAttribute, quantity)
            .Set(NameAttribute, name)
            .Set(ThresholdAttribute, threshold)
            .When(Condition.ItemExists);

    /// <summary>Replaces what is available, as long as this product's last set and side of the threshold are what they were.</summary>
    public Update Set(long available, StockSet set, string? name, long? threshold) =>
        set.AddTo(Write.Update(Key(ProductId)), LastSet)
            .Set(AvailableAttribute, available)
            .Set(NameAttribute, name)
            .Set(ThresholdAttribute, threshold)
            .When(Condition.Is(ThresholdAttribute, Threshold), OnItsSideOf(threshold ?? Threshold));

    /// <summary>Lets the commit fail unless this product is still short of the quantity.</summary>
    public Check StillShortOf(long quantity) =>
        Write.Check(Key(ProductId), Condition.AtMost(AvailableAttribute, quantity - 1));

    /// <summary>Lets the commit fail if the product has appeared.</summary>
    public static Check StillUnknown(string productId) => Write.Check(Key(productId), Condition.ItemAbsent);

    /// <summary>The alert for stock that falls from above a threshold to it or below; null for any other change.</summary>
    public LowStockAlert? AlertAt(long availableAfter, long? threshold = null) =>
        (threshold ?? Threshold) is var limit && Available > limit && availableAfter <= limit
            ? LowStockAt(availableAfter, limit)
            : null;

    /// <summary>The alert for a product that begins at or below its threshold; null for one that does not.</summary>
    public LowStockAlert? AlertAtBirth() => Available <= Threshold ? LowStockAt(Available, Threshold) : null;

    private Condition WhileReserving(long quantity) =>
        AlertAt(Available - quantity) is not null ? Condition.Is(AvailableAttribute, Available)   // the alert states what remains
        : Available > Threshold ? Condition.AtLeast(AvailableAttribute, Threshold + quantity + 1)
        : Condition.Between(AvailableAttribute, quantity, Threshold);

    private Condition OnItsSideOf(long threshold) =>
        Available > threshold
            ? Condition.AtLeast(AvailableAttribute, threshold + 1)
            : Condition.AtMost(AvailableAttribute, threshold);

    private LowStockAlert LowStockAt(long remaining, long threshold) => new(ProductId, (int)remaining, (int)threshold, Name);
}
