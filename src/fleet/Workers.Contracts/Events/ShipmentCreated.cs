using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>A carrier has taken an order.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="ShipmentId">Under which shipment.</param>
/// <param name="Carrier">Which carrier.</param>
/// <param name="TrackingNumber">What the customer follows it by.</param>
/// <param name="Timestamp">When.</param>
public sealed record ShipmentCreated(
    [property: Id] string OrderId,
    [property: Id] string CustomerId,
    [property: Id] string ShipmentId,
    [property: Name] string Carrier,
    [property: Id] string TrackingNumber,
    DateTimeOffset? Timestamp = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}
