using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Columns = Workers.Contracts.Tables.InventoryColumns;

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

    public static ItemKey Key(string productId) => new(Topology.InventoryTable, Columns.ProductId, productId);

    public static Product? Find(Items items, string productId) =>
        items.Find(Key(productId)) is { } item
            ? new Product(
                productId,
                item.Text(Columns.Name),
                (long)(item.Number(Columns.Available) ?? 0),
                (long)(item.Number(Columns.Threshold) ?? UsualThreshold),
                StockSet.From(item))
            : null;

    /// <summary>Whether stock is low.</summary>
    public bool IsLow => Available <= Threshold;

    /// <summary>The product with other units; a name and a threshold that nobody gave stay.</summary>
    public Product With(long available, string? name, long? threshold) =>
        this with { Available = available, Name = name ?? Name, Threshold = threshold ?? Threshold };

    /// <summary>Puts the product's first row.</summary>
    public Insert Create() =>
        Write.Insert(
            Key(ProductId),
            (LastSet?.AddTo(Item.Empty) ?? Item.Empty)
                .With(Columns.Name, Name)
                .With(Columns.Available, Available)
                .With(Columns.Reserved, 0m)
                .With(Columns.Threshold, Threshold));

    /// <summary>Moves units from available to reserved, as long as there are enough and stock stays on its side of the threshold.</summary>
    public Update Reserve(long quantity) =>
        Write.Update(Key(ProductId))
            .Add(Columns.Available, -quantity)
            .Add(Columns.Reserved, quantity)
            .When(WhileReserving(quantity), Condition.Is(Columns.Threshold, Threshold));

    /// <summary>Moves units back from reserved to available. A plain increment: it arms no alarm and depends on nothing.</summary>
    public static Update Release(string productId, long quantity) =>
        Write.Update(Key(productId)).Add(Columns.Available, quantity).Add(Columns.Reserved, -quantity);

    /// <summary>Moves units from reserved to shipped: they leave the house, and what is available stays as it is.</summary>
    public static Update Ship(string productId, long quantity) =>
        Write.Update(Key(productId)).Add(Columns.Reserved, -quantity).Add(Columns.Shipped, quantity);

    /// <summary>Adds units to a product that is there; commutes with reservations.</summary>
    public static Update Restock(string productId, long quantity, string? name, long? threshold) =>
        Write.Update(Key(productId))
            .Add(Columns.Available, quantity)
            .Set(Columns.Name, name)
            .Set(Columns.Threshold, threshold)
            .When(Condition.ItemExists);

    /// <summary>Adds units to this product, as long as they leave it on the side of the threshold that was decided on.</summary>
    public Update RestockToSideOf(Product after, long quantity, string? name, long? threshold) =>
        Restock(ProductId, quantity, name, threshold)
            .When(
                Condition.Is(Columns.Threshold, Threshold),
                after.IsLow
                    ? Condition.AtMost(Columns.Available, after.Threshold - quantity)
                    : Condition.AtLeast(Columns.Available, after.Threshold - quantity + 1));

    /// <summary>Replaces what is available, as long as this product's last set and side of the threshold are what they were.</summary>
    public Update Set(long available, StockSet set, string? name, long? threshold) =>
        set.AddTo(Write.Update(Key(ProductId)), LastSet)
            .Set(Columns.Available, available)
            .Set(Columns.Name, name)
            .Set(Columns.Threshold, threshold)
            .When(Condition.Is(Columns.Threshold, Threshold), OnItsSideOf(threshold ?? Threshold));

    /// <summary>Lets the commit fail unless this product is still short of the quantity.</summary>
    public Check StillShortOf(long quantity) =>
        Write.Check(Key(ProductId), Condition.AtMost(Columns.Available, quantity - 1));

    /// <summary>Lets the commit fail unless this product's stock is still low.</summary>
    public Check StillLow() =>
        Write.Check(Key(ProductId), Condition.AtMost(Columns.Available, Threshold), Condition.Is(Columns.Threshold, Threshold));

    /// <summary>Lets the commit fail if the product has appeared.</summary>
    public static Check StillUnknown(string productId) => Write.Check(Key(productId), Condition.ItemAbsent);

    /// <summary>The alert for stock that falls from above a threshold to it or below; null for any other change.</summary>
    public LowStockAlert? AlertAt(long availableAfter, long? threshold = null) =>
        (threshold ?? Threshold) is var limit && Available > limit && availableAfter <= limit
            ? LowStockAt(availableAfter, limit)
            : null;

    /// <summary>The alert for a product that begins at or below its threshold; null for one that does not.</summary>
    public LowStockAlert? AlertAtBirth() => IsLow ? LowStockAt(Available, Threshold) : null;

    private Condition WhileReserving(long quantity) =>
        AlertAt(Available - quantity) is not null ? Condition.Is(Columns.Available, Available)   // the alert states what remains
        : Available > Threshold ? Condition.AtLeast(Columns.Available, Threshold + quantity + 1)
        : Condition.Between(Columns.Available, quantity, Threshold);

    private Condition OnItsSideOf(long threshold) =>
        Available > threshold
            ? Condition.AtLeast(Columns.Available, threshold + 1)
            : Condition.AtMost(Columns.Available, threshold);

    private LowStockAlert LowStockAt(long remaining, long threshold) => new(ProductId, (int)remaining, (int)threshold, Name);
}
