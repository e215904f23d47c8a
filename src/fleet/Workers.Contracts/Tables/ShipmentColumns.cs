namespace Workers.Contracts.Tables;

/// <summary>The attributes of the <c>shipments</c> table, which the shipping worker writes and the API reads.</summary>
public static class ShipmentColumns
{
    /// <summary>The key: a shipment, as text. It follows from the order, so an order has one.</summary>
    public const string ShipmentId = "shipmentId";

    /// <summary>The order, as text.</summary>
    public const string OrderId = "orderId";

    /// <summary>Whose it is, as text.</summary>
    public const string CustomerId = "customerId";

    /// <summary>What became of it, as text: Requesting, Created, Refused or Void.</summary>
    public const string State = "state";

    /// <summary>Where to, as text; absent of a Void one, and where none was given.</summary>
    public const string Address = "address";

    /// <summary>The list of its lines, each a map of the two columns below; absent of a Void one.</summary>
    public const string Items = "items";

    /// <summary>The product of a line, as text.</summary>
    public const string LineProductId = "productId";

    /// <summary>The units of a line, as a number.</summary>
    public const string LineQuantity = "quantity";

    /// <summary>What the order was charged, as a number; absent of a Void one.</summary>
    public const string Amount = "amount";

    /// <summary>Who carries it, as text; absent until somebody does.</summary>
    public const string Carrier = "carrier";

    /// <summary>What the customer follows it by, as text; absent as long.</summary>
    public const string TrackingNumber = "trackingNumber";

    /// <summary>Why nobody carries it, as text; absent where somebody does.</summary>
    public const string Reason = "reason";

    /// <summary>When a carrier was first asked, as text.</summary>
    public const string StartedAt = "startedAt";

    /// <summary>When the carrier answered, as text.</summary>
    public const string SettledAt = "settledAt";
}
