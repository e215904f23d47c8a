namespace Workers.Contracts.Events;

/// <summary>Where an order can fail.</summary>
public enum OrderStage
{
    /// <summary>A product was unknown or short.</summary>
    Reservation,

    /// <summary>The payment was declined.</summary>
    Payment,

    /// <summary>No carrier took it.</summary>
    Shipping,

    /// <summary>It took too long.</summary>
    Deadline,
}
