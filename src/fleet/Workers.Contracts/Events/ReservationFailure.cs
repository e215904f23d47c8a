namespace Workers.Contracts.Events;

/// <summary>Why an order got nothing.</summary>
public enum ReservationFailure
{
    /// <summary>Nobody ever stocked the product.</summary>
    ProductNotFound,

    /// <summary>Fewer units are available than were ordered.</summary>
    InsufficientStock,

    /// <summary>Another producer's reason, which <see cref="ReservationFailed.Explanation"/> tells.</summary>
    Other,
}
