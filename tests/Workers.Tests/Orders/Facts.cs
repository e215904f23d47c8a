using Workers.Contracts.Events;
using Workers.Events;
using Workers.OrderHistory;
using Workers.Orders.Aggregate;

namespace Workers.Tests.Orders;

/// <summary>What can be told of one order, a minute apart by default.</summary>
internal static class Facts
{
    public const string OrderId = "ORD-1";
    public const string CustomerId = "CUST-1";

    private static readonly OrderItem[] Items = [new("LAPTOP", 1, 90m), new("MOUSE", 2, 5m)];

    public static Fact Placed { get; } = At(0, new OrderPlaced(
        OrderId, CustomerId, Items, Amount: 110m, ShippingAddress: "1 Main St", Subtotal: 100m, Tax: 6m, Shipping: 4m));

    public static Fact Led { get; } = Placed with { Detail = (OrderPlaced)Placed.Detail with { Fulfilment = "orchestrated" } };

    public static Fact WorkflowFailed { get; } = At(2, new WorkflowFailed(OrderId, "arn:aws:states:x:1", "TIMED_OUT", "States.Timeout"));

    public static Fact Reserved { get; } = At(1, new InventoryReserved(OrderId, Items, FakeTime.Start.AddMinutes(1), CustomerId, 110m));

    public static Fact NotReserved { get; } = At(1, new ReservationFailed(
        OrderId, "LAPTOP", ReservationFailure.InsufficientStock, CustomerId, Requested: 1, Available: 0));

    public static Fact Charged { get; } = At(2, new PaymentProcessed(OrderId, "PAY-1", CustomerId, 110m));

    public static Fact Declined { get; } = At(2, new PaymentFailed(OrderId, "the card has no money", "insufficient_funds", CustomerId, 110m));

    public static Fact Shipped { get; } = At(3, new ShipmentCreated(OrderId, CustomerId, "SHIP-1", "Swift", "TRACK-1"));

    public static Fact NotShipped { get; } = At(3, new ShippingFailed(OrderId, "no such street", CustomerId));

    public static Fact Refunded { get; } = At(4, new PaymentRefunded(OrderId, CustomerId, "PAY-1", 110m));

    public static Fact Delivered { get; } = At(5, new ShipmentDelivered(OrderId, CustomerId, "SHIP-1"));

    public static Fact Cancellation { get; } = At(1, new OrderCancellationRequested(OrderId, "changed my mind", CustomerId));

    public static Fact PaymentDeadline { get; } = At(15, new DeadlinePassed(OrderId, OrderStage.Payment));

    public static Fact ShipmentDeadline { get; } = At(30, new DeadlinePassed(OrderId, OrderStage.Shipping));

    /// <summary>The fact that a property here is named after; as another company's program tells it where the name begins so.</summary>
    public static Fact Named(string name) => name.StartsWith("Foreign", StringComparison.Ordinal)
        ? Named(name["Foreign".Length..]) with { IsForeign = true }
        : (Fact)typeof(Facts).GetProperty(name)!.GetValue(null)!;

    public static Fact At(int minute, IEventDetail detail) => new(detail, FakeTime.Start.AddMinutes(minute));

    /// <summary>The order after these facts, in this order, and its history.</summary>
    public static (Order Order, IReadOnlyList<OrderEntry> History) Tell(params IEnumerable<Fact> facts)
    {
        var order = Order.None(OrderId);
        var history = new List<OrderEntry>();
        foreach (var fact in facts)
        {
            var change = OrderChange.Of(order, fact);
            order = change.Order;
            history.AddRange(change.Entries);
        }

        return (order, history);
    }
}
