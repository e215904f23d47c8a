namespace Workers.Producer.Shipments;

/// <summary>The answer to a delivery that was taken.</summary>
/// <param name="ShipmentId">The shipment.</param>
/// <param name="OrderId">Its order.</param>
/// <param name="EventId">The id of the event that tells of it: the same for every call about this shipment.</param>
internal sealed record AcceptedDelivery(string ShipmentId, string OrderId, string EventId);
