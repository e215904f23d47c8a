namespace Workers.Contracts.Tables;

/// <summary>The attributes of the <c>customer-orders</c> table, a view that the orders worker keeps and the API reads.</summary>
public static class CustomerOrderColumns
{
    /// <summary>The partition key, as text; <see cref="CustomerOrderKey"/> makes it.</summary>
    public const string Customer = "customer";

    /// <summary>The sort key, as text; <see cref="CustomerOrderKey"/> makes it.</summary>
    public const string Order = "order";

    /// <summary>The order, as text.</summary>
    public const string OrderId = "orderId";

    /// <summary>The version that the row shows, as a number.</summary>
    public const string Version = "version";

    /// <summary>What the order is, as text.</summary>
    public const string Status = "status";

    /// <summary>What it costs, as a number.</summary>
    public const string Amount = "amount";

    /// <summary>When it was placed, as text.</summary>
    public const string PlacedAt = "placedAt";

    /// <summary>When it became what it is, as text.</summary>
    public const string UpdatedAt = "updatedAt";
}
