namespace Workers.Contracts.Tables;

/// <summary>The attributes of the <c>inventory</c> table, which the inventory worker writes and the API reads.</summary>
public static class InventoryColumns
{
    /// <summary>The key: a product, as text.</summary>
    public const string ProductId = "productId";

    /// <summary>What people call the product, as text; absent where nobody said so.</summary>
    public const string Name = "name";

    /// <summary>Units that may still be reserved, as a number; never below zero.</summary>
    public const string Available = "available";

    /// <summary>Units set aside for orders, as a number.</summary>
    public const string Reserved = "reserved";

    /// <summary>Units that left the house with a carrier, as a number; absent until the first.</summary>
    public const string Shipped = "shipped";

    /// <summary>At or below this many available units stock is low; a number.</summary>
    public const string Threshold = "threshold";

    /// <summary>The time of the last correction, as text; only corrections write it.</summary>
    public const string StockSetAt = "stockSetAt";

    /// <summary>The event id of the last correction, as text; only corrections write it.</summary>
    public const string StockSetBy = "stockSetBy";
}
