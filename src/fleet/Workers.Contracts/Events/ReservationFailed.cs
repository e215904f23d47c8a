using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>An order got nothing, because of this product: the first in line order that is unknown or short.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="ProductId">Which product.</param>
/// <param name="Requested">The units that were ordered.</param>
/// <param name="Available">The units that there were; 0 for an unknown product.</param>
/// <param name="Reason">Unknown or short.</param>
public sealed record ReservationFailed(
    [property: Id] string OrderId,
    [property: Id] string CustomerId,
    [property: Id] string ProductId,
    [property: Quantity] int Requested,
    [property: Stock] int Available,
    ReservationFailure Reason) : IEventDetail;
