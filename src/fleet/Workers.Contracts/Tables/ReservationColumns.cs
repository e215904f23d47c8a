namespace Workers.Contracts.Tables;

/// <summary>The attributes of the <c>reservations</c> table, which the inventory worker writes.</summary>
public static class ReservationColumns
{
    /// <summary>The key: an order, as text.</summary>
    public const string OrderId = "orderId";

    /// <summary>What became of the order, as text: Reserved, Rejected, Released, Shipped, or Cancelled where it ended first.</summary>
    public const string State = "state";

    /// <summary>Who ordered, as text; absent in old rows of cancellations that did not say.</summary>
    public const string CustomerId = "customerId";

    /// <summary>What the order was worth, as a number; absent where only its end is known.</summary>
    public const string Amount = "amount";

    /// <summary>The list of its lines, each a map of the columns below; empty where only its end is known.</summary>
    public const string Items = "items";

    /// <summary>When the order was placed or, where only its end is known, ended; text.</summary>
    public const string OccurredAt = "occurredAt";

    /// <summary>When the message that made the row was first received; text.</summary>
    public const string DecidedAt = "decidedAt";

    /// <summary>When the units were given back, as text; absent until then.</summary>
    public const string ReleasedAt = "releasedAt";

    /// <summary>When the units left the house, as text; absent until then.</summary>
    public const string ShippedAt = "shippedAt";

    /// <summary>How the order's steps are led, as text; absent: choreographed.</summary>
    public const string Fulfilment = "fulfilment";

    /// <summary>The product for whose sake the order was rejected, as text; absent unless it was.</summary>
    public const string ShortProductId = "shortProductId";

    /// <summary>Why, as text; absent as long.</summary>
    public const string ShortReason = "shortReason";

    /// <summary>The units of it that were ordered, as a number; absent as long.</summary>
    public const string ShortRequested = "shortRequested";

    /// <summary>The units that there were, as a number; absent as long.</summary>
    public const string ShortAvailable = "shortAvailable";

    /// <summary>The product of a line, as text.</summary>
    public const string LineProductId = "productId";

    /// <summary>The units of a line, as a number.</summary>
    public const string LineQuantity = "quantity";

    /// <summary>The price of one unit, as a number; absent where it is not known.</summary>
    public const string LinePrice = "price";

    /// <summary>What people call the product, as text; absent where it is not known.</summary>
    public const string LineName = "name";
}
