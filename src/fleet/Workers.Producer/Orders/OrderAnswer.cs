using System.Text.Json.Serialization;
using Workers.Contracts.Events;
using Workers.OrderHistory;

namespace Workers.Producer.Orders;

/// <summary>What an order is, or was. Members that do not apply are absent.</summary>
/// <param name="OrderId">The order's id.</param>
/// <param name="Status">Placed, Reserved, Paid, Completed, Failed or Cancelled; the last three are ends.</param>
/// <param name="Version">How many entries its history has.</param>
/// <param name="CustomerId">Who ordered.</param>
/// <param name="Fulfilment">How its steps are led: choreographed, or orchestrated by a state machine.</param>
/// <param name="Items">One line per product.</param>
/// <param name="Subtotal">The lines without tax and shipping.</param>
/// <param name="Tax">The tax in the amount.</param>
/// <param name="Shipping">What shipping costs in the amount.</param>
/// <param name="Amount">What the customer owes.</param>
/// <param name="ShippingAddress">Where it goes, where the customer said so.</param>
/// <param name="Payment">What was charged and given back, where anything was.</param>
/// <param name="Shipment">Who carries it, where anybody does.</param>
/// <param name="FailedStage">Reservation, Payment, Shipping or Deadline, where it failed.</param>
/// <param name="Reason">Why it failed or was cancelled.</param>
/// <param name="Timeline">What happened, oldest first.</param>
internal sealed record OrderAnswer(
    string OrderId,
    string Status,
    int Version,
    string CustomerId,
    string Fulfilment,
    IReadOnlyList<OrderAnswer.Line> Items,
    decimal Subtotal,
    decimal Tax,
    decimal Shipping,
    decimal Amount,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ShippingAddress,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] OrderAnswer.Charge? Payment,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] OrderAnswer.Parcel? Shipment,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? FailedStage,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason,
    IReadOnlyList<OrderAnswer.Moment> Timeline)
{
    /// <param name="order">An order that has come: its status is known.</param>
    public static OrderAnswer Of(Order order) => new(
        order.OrderId,
        $"{order.Status}",
        order.Version,
        order.CustomerId!,
        order.Fulfilment ?? Contracts.Fulfilment.Choreographed,
        [.. order.Items.Select(item => new Line(item.ProductId, item.Quantity, item.Price, item.Name))],
        order.Subtotal,
        order.Tax,
        order.Shipping,
        order.Amount,
        order.ShippingAddress,
        Charge.Of(order),
        order.ShipmentId is { } shipment ? new(shipment, order.Carrier!, order.TrackingNumber!, order.DeliveredAt) : null,
        order.FailedStage?.ToString(),
        order.Reason,
        [.. Moments(order).OfType<Moment>().OrderBy(moment => moment.At)]);

    private static IEnumerable<Moment?> Moments(Order order) =>
    [
        Moment.Of(nameof(OrderStatus.Placed), order.PlacedAt),
        Moment.Of(nameof(OrderStatus.Reserved), order.ReservedAt),
        Moment.Of(nameof(OrderStatus.Paid), order.PaidAt),
        Moment.Of($"{order.Status}", order.EndedAt),
        Moment.Of("Refunded", order.RefundedAt),
        Moment.Of("Delivered", order.DeliveredAt),
    ];

    /// <summary>Units of one product.</summary>
    /// <param name="ProductId">The product.</param>
    /// <param name="Quantity">Units.</param>
    /// <param name="Price">The price of one, where it is known.</param>
    /// <param name="Name">What people call it, where that is known.</param>
    internal sealed record Line(
        string ProductId,
        int Quantity,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Price,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name);

    /// <summary>What was charged, and given back.</summary>
    /// <param name="PaymentId">The payment; absent where it came after the order's end, and was given back.</param>
    /// <param name="Amount">What was charged; absent as PaymentId is.</param>
    /// <param name="PaidAt">When; absent as PaymentId is.</param>
    /// <param name="Refunded">What was given back.</param>
    /// <param name="RefundedAt">When that was.</param>
    internal sealed record Charge(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? PaymentId,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Amount,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? PaidAt,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Refunded,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? RefundedAt)
    {
        public static Charge? Of(Order order) => order.PaymentId is null && order.RefundedAt is null
            ? null
            : new(
                order.PaymentId,
                order.PaymentId is null ? null : order.Charged,
                order.PaidAt,
                order.RefundedAt is null ? null : order.Refunded,
                order.RefundedAt);
    }

    /// <summary>What a carrier has.</summary>
    /// <param name="ShipmentId">The shipment.</param>
    /// <param name="Carrier">Who carries it.</param>
    /// <param name="TrackingNumber">What it is followed by.</param>
    /// <param name="DeliveredAt">When it was handed over.</param>
    internal sealed record Parcel(
        string ShipmentId,
        string Carrier,
        string TrackingNumber,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? DeliveredAt);

    /// <summary>A step of the order.</summary>
    /// <param name="What">Placed, Reserved, Paid, Completed, Failed, Cancelled, Refunded or Delivered.</param>
    /// <param name="At">When.</param>
    internal sealed record Moment(string What, DateTimeOffset At)
    {
        /// <summary>Null where it has not happened.</summary>
        public static Moment? Of(string what, DateTimeOffset? at) => at is { } time ? new(what, time) : null;
    }
}
