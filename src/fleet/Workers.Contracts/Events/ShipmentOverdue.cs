using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>
/// An order was paid and nobody has heard of its shipment in time. The shipping worker answers with the shipment that there is, or makes
/// sure that there will never be one.
/// </summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="PlacedAt">When the customer ordered.</param>
/// <param name="Timestamp">When.</param>
/// <param name="Version">The order's version after this event.</param>
public sealed record ShipmentOverdue(
    [property: Id] string OrderId,
    [property: Id] string CustomerId,
    DateTimeOffset PlacedAt,
    DateTimeOffset Timestamp,
    [property: Version] int Version) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}
