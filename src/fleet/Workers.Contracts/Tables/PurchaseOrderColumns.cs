namespace Workers.Contracts.Tables;

/// <summary>The attributes of the <c>purchase-orders</c> table, which the inventory worker writes and the API reads: a product's latest one.</summary>
public static class PurchaseOrderColumns
{
    /// <summary>The key: a product, as text.</summary>
    public const string ProductId = "productId";

    /// <summary>The how-manieth purchase order of the product it is; a number.</summary>
    public const string Number = "number";

    /// <summary>The purchase order's id, as text.</summary>
    public const string PurchaseOrderId = "purchaseOrderId";

    /// <summary>Open or Closed, as text.</summary>
    public const string State = "state";

    /// <summary>The units that it asks for; a number.</summary>
    public const string Quantity = "quantity";

    /// <summary>When it was raised, as text.</summary>
    public const string RaisedAt = "raisedAt";

    /// <summary>When the product's last one to be closed was closed, as text; absent until then.</summary>
    public const string ClosedAt = "closedAt";
}
