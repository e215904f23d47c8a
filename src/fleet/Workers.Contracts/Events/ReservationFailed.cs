using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>An order got nothing, because of this product: the first in line order that is unknown or short.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="ProductId">Which product.</param>
/// <param name="Reason">Unknown or short; Other, where another producer has reasons of its own.</param>
/// <param name="CustomerId">Whose, where the producer says so; our inventory worker does.</param>
/// <param name="Requested">The units that were ordered, where the producer says so.</param>
/// <param name="Available">The units that there were, where the producer says so; 0 for an unknown product.</param>
/// <param name="Explanation">The reason in the producer's words, where it is Other.</param>
public sealed record ReservationFailed(
    [property: Id] string OrderId,
    [property: Id] string ProductId,
    ReservationFailure Reason,
    [property: Id] string? CustomerId = null,
    [property: Quantity] int? Requested = null,
    [property: Stock] int? Available = null,
    [property: Text] string? Explanation = null) : IEventDetail
{
    /// <summary>Why, in words.</summary>
    public string Why() => Reason switch
    {
        ReservationFailure.ProductNotFound => $"product {ProductId} is unknown",
        ReservationFailure.InsufficientStock => $"of product {ProductId} {Available} of {Requested} units are available",
        _ => Explanation ?? $"product {ProductId} cannot be had",
    };
}
