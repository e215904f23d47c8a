using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>An order has ended without being delivered: what happened for it is taken back.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Stage">Where it failed.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Amount">What the customer would have owed.</param>
/// <param name="CompensationRequired">What is to be undone; empty where nothing has happened yet.</param>
/// <param name="PlacedAt">When the customer ordered.</param>
/// <param name="Timestamp">When.</param>
/// <param name="Version">The order's version after this event.</param>
public sealed record OrderFailed(
    [property: Id] string OrderId,
    [property: Id] string CustomerId,
    OrderStage Stage,
    [property: Text] string Reason,
    [property: Money] decimal Amount,
    IReadOnlyList<Compensation> CompensationRequired,
    DateTimeOffset PlacedAt,
    DateTimeOffset Timestamp,
    [property: Version] int Version) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}

/// <summary>One step that is to be taken back.</summary>
/// <param name="EventType">The fact that told of the step.</param>
/// <param name="CompensationAction">What takes it back.</param>
/// <param name="Data">What that needs to know, where anything.</param>
public sealed record Compensation(
    [property: Name] string EventType,
    [property: Name] string CompensationAction,
    CompensationData? Data = null)
{
    /// <summary>The action that gives the customer's money back.</summary>
    public const string RefundPayment = "RefundPayment";

    private const string ReleaseInventory = "ReleaseInventory";

    /// <summary>What was charged is given back; without an amount where it is not known how much.</summary>
    public static Compensation OfPayment(string paymentId, decimal? amount) =>
        new(EventNames.PaymentProcessed.DetailType, RefundPayment, new(paymentId, amount));

    /// <summary>What was set aside is available again; without items where it is not known which.</summary>
    public static Compensation OfReservation(IReadOnlyList<OrderItem>? items) =>
        new(EventNames.InventoryReserved.DetailType, ReleaseInventory, items is null ? null : new(Items: items));
}

/// <summary>What a compensation needs to know, as far as it concerns it.</summary>
/// <param name="PaymentId">The payment to refund.</param>
/// <param name="Amount">How much.</param>
/// <param name="Items">The units to release.</param>
public sealed record CompensationData(
    [property: Id] string? PaymentId = null,
    [property: Money] decimal? Amount = null,
    IReadOnlyList<OrderItem>? Items = null);
