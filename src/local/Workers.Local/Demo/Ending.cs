namespace Workers.Local.Demo;

/// <summary>How an order of the demo must end.</summary>
internal enum Ending
{
    /// <summary>Charged and on its way.</summary>
    Completed,

    /// <summary>Its product was unknown or short.</summary>
    FailedAtReservation,

    /// <summary>The payment provider declined.</summary>
    FailedAtPayment,

    /// <summary>The carrier refused the address, or there was none: what was charged is given back.</summary>
    FailedAtShipping,

    /// <summary>The warehouse never heard of it, and its time was over.</summary>
    FailedAtDeadline,

    /// <summary>The customer cancelled in time: what was reserved and charged is given back.</summary>
    Cancelled,
}
