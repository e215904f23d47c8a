using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>A carrier has handed an order over.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="ShipmentId">Under which shipment.</param>
/// <param name="Timestamp">When.</param>
public sealed record ShipmentDelivered(
    [property: Id] string OrderId,
    [property: Id] string CustomerId,
    [property: Id] string ShipmentId,
    DateTimeOffset? Timestamp = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}
