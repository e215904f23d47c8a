using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>An order is charged and on its way: it has ended well.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Amount">What was charged.</param>
/// <param name="ShipmentId">Under which shipment.</param>
/// <param name="Elapsed">The seconds from the order to its shipment.</param>
/// <param name="PlacedAt">When the customer ordered.</param>
/// <param name="Timestamp">When.</param>
/// <param name="Version">The order's version after this event.</param>
public sealed record OrderCompleted(
    [property: Id] string OrderId,
    [property: Id] string CustomerId,
    [property: Money] decimal Amount,
    [property: Id] string ShipmentId,
    [property: Seconds] decimal Elapsed,
    DateTimeOffset PlacedAt,
    DateTimeOffset Timestamp,
    [property: Version] int Version) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}
