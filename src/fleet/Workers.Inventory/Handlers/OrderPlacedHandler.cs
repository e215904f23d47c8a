using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Workers.Inventory.Stores;

namespace Workers.Inventory.Handlers;

/// <summary>
/// Reserves every product of an order, or none. Safe to decide any number of times: the reservation's key is the order's id,
/// and every condition restates what the decision relied on.
/// </summary>
internal sealed class OrderPlacedHandler : IDecide<OrderPlaced>
{
    /// <summary>An order is decided once, under whatever event id; another order is another decision, also under the same event id.</summary>
    public string OncePer(EventMessage<OrderPlaced> message) =>
        $"orderId={message.Detail.OrderId},is={OrderUnits.Fingerprint(message.Detail)}";

    public IEnumerable<ItemKey> Reads(OrderPlaced order) =>
        [Reservation.Key(order.OrderId), .. order.Products.Select(line => Product.Key(line.ProductId))];

    public Decision Decide(EventMessage<OrderPlaced> message, Items items)
    {
        if (Reservation.Find(items, message.Detail.OrderId) is { } known)
        {
            return known.IsOf(message.Detail) ? Decision.Nothing : Refuse(message.Detail);   // known, under whatever event id
        }

        foreach (var line in message.Detail.Products)
        {
            var product = Product.Find(items, line.ProductId);
            if (product is null || product.Available < line.Quantity)
            {
                return Reject(message, line, product);
            }
        }

        return Reserve(message, items);
    }

    /// <summary>One id is one order. Another order under it is told so, and touches nothing of the first.</summary>
    private static Decision Refuse(OrderPlaced order) =>
        Decision.Nothing.Emit(new Emission(
            new OrderRefused(order.OrderId, order.CustomerId, order.Amount, "Another order has this id."), order.OrderId));

    private static Decision Reserve(EventMessage<OrderPlaced> message, Items items)
    {
        var order = message.Detail;
        var writes = new List<Write> { Reservation.Of(message, ReservationState.Reserved).Create() };
        var alerts = new List<Emission>();
        foreach (var line in order.Products)
        {
            var product = Product.Find(items, line.ProductId)!;
            writes.Add(product.Reserve(line.Quantity));
            if (product.AlertAt(product.Available - line.Quantity) is { } alert)
            {
                alerts.Add(new(alert, product.ProductId));
            }
        }

        var reserved = new InventoryReserved(
            order.OrderId, order.Products, message.Delivery.FirstReceivedAt, order.CustomerId, order.Amount);
        return Decision.Commit(writes).Emit([new(reserved, order.OrderId), .. alerts]);
    }

    /// <summary>A rejected order is a decision like any other, not a dead letter.</summary>
    private static Decision Reject(EventMessage<OrderPlaced> message, OrderItem line, Product? product)
    {
        var order = message.Detail;
        var failed = new ReservationFailed(
            order.OrderId,
            line.ProductId,
            product is null ? ReservationFailure.ProductNotFound : ReservationFailure.InsufficientStock,
            order.CustomerId,
            line.Quantity,
            (int)(product?.Available ?? 0));
        return Decision.Commit(
                Reservation.Of(message, ReservationState.Rejected).Create(),
                product?.StillShortOf(line.Quantity) ?? Product.StillUnknown(line.ProductId))
            .Emit(new Emission(failed, order.OrderId));
    }
}
