using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>An order was charged.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="PaymentId">Under which payment.</param>
/// <param name="CustomerId">Whose, where the producer says so; our payments worker does.</param>
/// <param name="Amount">How much, where the producer says so; our payments worker does.</param>
/// <param name="Timestamp">When.</param>
public sealed record PaymentProcessed(
    [property: Id] string OrderId,
    [property: Id] string PaymentId,
    [property: Id] string? CustomerId = null,
    [property: Money] decimal? Amount = null,
    DateTimeOffset? Timestamp = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}
