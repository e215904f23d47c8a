using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>The state machine asks for an order to be charged. Order Paid or Payment Failed answers.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Amount">How much.</param>
public sealed record PaymentRequested(
    [property: Id] string OrderId,
    [property: Id] string CustomerId,
    [property: Money] decimal Amount) : IEventDetail;
