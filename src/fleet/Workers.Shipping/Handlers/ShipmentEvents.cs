using System.Diagnostics;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Events;
using Workers.Shipping.Stores;

namespace Workers.Shipping.Handlers;

/// <summary>What a shipment's row has to tell. It follows from the row alone, times included, so a repeat tells the same.</summary>
internal static class ShipmentEvents
{
    /// <summary>The shipment, or why there is none.</summary>
    public static IReadOnlyList<Emission> Of(Shipment shipment) => [Emission.OfFact(DetailOf(shipment), shipment.OrderId)];

    private static IEventDetail DetailOf(Shipment shipment) => shipment.State switch
    {
        ShipmentState.Created => new ShipmentCreated(
            shipment.OrderId, shipment.CustomerId, shipment.ShipmentId, shipment.Carrier!, shipment.TrackingNumber!, shipment.SettledAt),
        ShipmentState.Refused or ShipmentState.Void => new ShippingFailed(
            shipment.OrderId, shipment.Reason!, shipment.CustomerId, Compensations(shipment), shipment.SettledAt),
        _ => throw new UnreachableException($"A request for a shipment ended with it {shipment.State}."),
    };

    // Only paid orders come here: all of this has happened.
    private static IReadOnlyList<Compensation> Compensations(Shipment shipment) =>
    [
        Compensation.OfPayment(DerivedId.OfPayment(shipment.OrderId), shipment.Amount),
        Compensation.OfReservation(shipment.Items is [] ? null : shipment.Items),
    ];
}
