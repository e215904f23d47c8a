using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>An order was charged.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="PaymentId">Under which payment.</param>
/// <param name="Amount">How much.</param>
/// <param name="Timestamp">When.</param>
public sealed record PaymentProcessed(
    [property: Id] string OrderId,
    [property: Id] string CustomerId,
    [property: Id] string PaymentId,
    [property: Money] decimal Amount,
    DateTimeOffset? Timestamp = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}
