namespace Workers.Torture.Trade;

/// <summary>What may happen to a product, and so what can be known of it.</summary>
internal enum Band
{
    /// <summary>Orders alone: stock only falls, unless an order fails after it was reserved.</summary>
    Steady,

    /// <summary>Orders, cancellations and restocks.</summary>
    Busy,

    /// <summary>Orders and cancellations, and more stock than anybody can order: nothing is ever rejected.</summary>
    Plentiful,

    /// <summary>Never stocked.</summary>
    Unknown,
}
