using Workers.Contracts.Events;
using Workers.OrderHistory;
using Workers.Producer.Http;

namespace Workers.Producer.Orders;

/// <summary>
/// Tells an order whose id another order has, where the orders worker knows that one already. It would be accepted, and never
/// happen: an order's id is taken once.
/// </summary>
internal sealed class TakenOrderIds(OrderStore store)
{
    /// <exception cref="ProblemException">Another order has the id (409).</exception>
    public async Task RefuseAsync(OrderPlaced order, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(order.OrderId, cancellationToken) is { } known && !IsSame(known, order))
        {
            throw new ProblemException(
                StatusCodes.Status409Conflict,
                "Another order has this orderId.",
                "Nothing was published. Leave orderId out, and one is made, or give an id that is your order's alone.");
        }
    }

    private static bool IsSame(Order known, OrderPlaced order) =>
        known.CustomerId == order.CustomerId && known.Amount == order.Amount && OrderUnits.AreSame(known.Items, order.Products);
}
