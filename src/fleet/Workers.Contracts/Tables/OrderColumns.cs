namespace Workers.Contracts.Tables;

/// <summary>The attributes of the <c>orders</c> table, which the orders worker writes and the API reads.</summary>
public static class OrderColumns
{
    /// <summary>The key: an order, as text.</summary>
    public const string OrderId = "orderId";

    /// <summary>How many entries the order's history has, as a number.</summary>
    public const string Version = "version";

    /// <summary>What the order is, as text; absent while only facts about it have come.</summary>
    public const string Status = "status";

    /// <summary>Whose it is, as text; absent as long.</summary>
    public const string CustomerId = "customerId";

    /// <summary>All of the order, as text: the JSON of what its history makes it.</summary>
    public const string Snapshot = "snapshot";
}
