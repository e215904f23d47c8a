using System.Diagnostics;
using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Inventory.Stores;

namespace Workers.Inventory.Handlers;

/// <summary>
/// What a reservation's row has to tell. It follows from the row alone, times included, so whoever asks again is told the same.
/// </summary>
internal static class ReservationEvents
{
    private const string HasEnded = "the order has ended";
    private const string WasRejected = "it was rejected before";

    /// <summary>What became of the order's reservation.</summary>
    /// <param name="reservation">The order's row.</param>
    /// <param name="order">The order, for a tombstone knows none of its products.</param>
    public static Emission Of(Reservation reservation, OrderToReserve order) => Emission.OfFact(
        reservation.State switch
        {
            ReservationState.Reserved or ReservationState.Shipped => new InventoryReserved(
                reservation.OrderId, reservation.Items, reservation.DecidedAt, reservation.CustomerId, reservation.Amount),
            ReservationState.Rejected when reservation.Shortage is { } shortage => new ReservationFailed(
                reservation.OrderId,
                shortage.ProductId,
                shortage.Reason,
                reservation.CustomerId,
                shortage.Requested,
                shortage.Available),
            ReservationState.Rejected => Failed(order, WasRejected),
            ReservationState.Released or ReservationState.Cancelled => Failed(order, HasEnded),
            _ => throw new UnreachableException($"A reservation is {reservation.State}."),
        },
        reservation.OrderId);

    /// <summary>What a released reservation's units are.</summary>
    public static Emission OfRelease(Reservation released) => Emission.OfFact(
        new InventoryReleased(released.OrderId, released.Items, released.ReleasedAt!.Value, released.CustomerId), released.OrderId);

    private static ReservationFailed Failed(OrderToReserve order, string why) =>
        new(order.OrderId, order.Products[0].ProductId, ReservationFailure.Other, order.CustomerId, Explanation: why);
}
