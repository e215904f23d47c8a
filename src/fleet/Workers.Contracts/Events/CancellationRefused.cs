using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>An order is not cancelled although somebody asked: it was paid before.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Status">What the order was when the request came.</param>
/// <param name="Reason">Why not, in words.</param>
/// <param name="PlacedAt">When the customer ordered.</param>
/// <param name="Timestamp">When.</param>
/// <param name="Version">The order's version after this event.</param>
public sealed record CancellationRefused(
    [property: Id] string OrderId,
    [property: Id] string CustomerId,
    OrderStatus Status,
    [property: Text] string Reason,
    DateTimeOffset PlacedAt,
    DateTimeOffset Timestamp,
    [property: Version] int Version) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}
