using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>What an order was charged was given back.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="PaymentId">Under which payment.</param>
/// <param name="Amount">How much.</param>
/// <param name="Timestamp">When.</param>
public sealed record PaymentRefunded(
    [property: Id] string OrderId,
    [property: Id] string CustomerId,
    [property: Id] string PaymentId,
    [property: Money] decimal Amount,
    DateTimeOffset? Timestamp = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}
