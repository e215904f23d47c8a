namespace Workers.Payments.Stores;

/// <summary>What became of an order's payment, as its row says. Every change is a conditional write, so each happens once.</summary>
internal enum PaymentState
{
    /// <summary>
    /// Entered by a reservation that finds no row, before the provider is called; from here on nobody knows whether the customer was
    /// charged until the provider is asked again under the same key. Left to Charged or Declined, by the charge or by a refund that finds
    /// it.
    /// </summary>
    Charging,

    /// <summary>Entered when the provider's yes is noted. An end, unless the order ends otherwise: then left to Refunding.</summary>
    Charged,

    /// <summary>Entered when the provider's no is noted: nothing was charged, nor will be. Never left.</summary>
    Declined,

    /// <summary>
    /// Entered by a refund that finds Charged, before the provider is called. Left to Refunded when the provider's yes is noted; where it
    /// says no, the message is dead-lettered and the row stays until somebody acts and sends the message back.
    /// </summary>
    Refunding,

    /// <summary>Entered when the provider's yes to the refund is noted. Never left.</summary>
    Refunded,

    /// <summary>
    /// Entered by a refund that finds no row: nothing was charged. A tombstone: a reservation that comes later finds it and is not charged.
    /// Never left.
    /// </summary>
    Void,
}
