using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Inventory.Stores;

namespace Workers.Inventory.Handlers;

/// <summary>
/// Reserves every product of an order, or none. Safe to decide any number of times: the reservation's key is the order's id,
/// and every condition restates what the decision relied on.
/// </summary>
internal static class Reserving
{
    public static IEnumerable<ItemKey> Reads(string orderId, IEnumerable<OrderItem> products) =>
        [Reservation.Key(orderId), .. products.Select(line => Product.Key(line.ProductId))];

    /// <summary>Decides about an order that has no reservation yet.</summary>
    public static Decision Decide(OrderToReserve order, Items items)
    {
        foreach (var line in order.Products)
        {
            var product = Product.Find(items, line.ProductId);
            if (product is null || product.Available < line.Quantity)
            {
                return Reject(order, line, product);
            }
        }

        return Reserve(order, items);
    }

    /// <summary>One id is one order. Another order under it is told so, and touches nothing of the first.</summary>
    public static Decision Refuse(OrderToReserve order) => Decision.Nothing.Emit(Emission.OfFact(
        new OrderRefused(order.OrderId, order.CustomerId, order.Amount, "Another order has this id."),
        $"{order.OrderId}/{OrderUnits.Fingerprint(order.CustomerId, order.Amount, order.Products)}"));

    private static Decision Reserve(OrderToReserve order, Items items)
    {
        var reservation = Reservation.Of(order, ReservationState.Reserved);
        var writes = new List<Write> { reservation.Create() };
        var alerts = new List<Emission>();
        foreach (var line in order.Products)
        {
            var product = Product.Find(items, line.ProductId)!;
            writes.Add(product.Reserve(line.Quantity));
            if (product.AlertAt(product.Available - line.Quantity) is { } alert)
            {
                alerts.Add(new(alert, product.ProductId) { IsAside = true });
            }
        }

        return Decision.Commit(writes).Emit([ReservationEvents.Of(reservation, order), .. alerts]);
    }

    /// <summary>A rejected order is a decision like any other, not a dead letter.</summary>
    private static Decision Reject(OrderToReserve order, OrderItem line, Product? product)
    {
        var reservation = Reservation.Of(order, ReservationState.Rejected) with
        {
            Shortage = new(
                line.ProductId,
                product is null ? ReservationFailure.ProductNotFound : ReservationFailure.InsufficientStock,
                line.Quantity,
                (int)(product?.Available ?? 0)),
        };
        return Decision
            .Commit(reservation.Create(), product?.StillShortOf(line.Quantity) ?? Product.StillUnknown(line.ProductId))
            .Emit(ReservationEvents.Of(reservation, order));
    }
}
