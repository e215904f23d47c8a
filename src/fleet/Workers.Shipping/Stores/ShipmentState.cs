namespace Workers.Shipping.Stores;

/// <summary>What became of an order's shipment, as its row says. Every change is a conditional write, so each happens once.</summary>
internal enum ShipmentState
{
    /// <summary>
    /// Entered by a paid order that finds no row, before the carrier is called; from here on nobody knows whether there is a shipment until
    /// the carrier is asked again under the same key. Left to Created or Refused, by the paid order or by its deadline.
    /// </summary>
    Requesting,

    /// <summary>Entered when the carrier's yes is noted. Never left.</summary>
    Created,

    /// <summary>Entered when the carrier's no is noted, or at once where there is no address to ask about. Never left.</summary>
    Refused,

    /// <summary>
    /// Entered by a deadline that finds no row: no carrier was asked. A tombstone: a paid order that comes later finds it and is not
    /// shipped. Never left.
    /// </summary>
    Void,
}
