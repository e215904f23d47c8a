using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>The state machine asks for what an order was charged to be given back. Payment Refunded or Nothing Refunded answers.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record RefundRequested(
    [property: Id] string OrderId,
    [property: Id] string CustomerId,
    [property: Text] string Reason) : IEventDetail;
