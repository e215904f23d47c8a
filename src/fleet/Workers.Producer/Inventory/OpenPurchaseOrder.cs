namespace Workers.Producer.Inventory;

/// <summary>Units of a product that are to be bought.</summary>
/// <param name="PurchaseOrderId">The purchase order.</param>
/// <param name="Quantity">How many units it asks for.</param>
/// <param name="RaisedAt">When it was raised.</param>
internal sealed record OpenPurchaseOrder(string PurchaseOrderId, long Quantity, DateTimeOffset RaisedAt);
