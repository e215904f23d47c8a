namespace Workers.Inventory.Stores;

/// <summary>What became of an order's reservation.</summary>
internal enum ReservationState
{
    /// <summary>
    /// Its units are set aside. Entered by the order; left for <see cref="Released"/> when the order is cancelled or fails, for
    /// <see cref="Shipped"/> when a carrier takes it.
    /// </summary>
    Reserved,

    /// <summary>A product was unknown or short. Entered by the order, never left.</summary>
    Rejected,

    /// <summary>Its units were given back. Entered from <see cref="Reserved"/>, never left.</summary>
    Released,

    /// <summary>The order ended before it came here. Never left: the order reserves nothing.</summary>
    Cancelled,

    /// <summary>Its units left the house. Entered from <see cref="Reserved"/>, never left.</summary>
    Shipped,
}
