using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>The provider declined to charge an order: nothing was charged, nor will be.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="DeclineCode">The provider's code, for example <c>insufficient_funds</c>; our payments worker states it.</param>
/// <param name="CustomerId">Whose, where the producer says so; our payments worker does.</param>
/// <param name="Amount">What was asked for, where the producer says so; our payments worker does.</param>
/// <param name="PaymentId">Under which payment, where the producer says so; our payments worker does.</param>
/// <param name="Timestamp">When.</param>
public sealed record PaymentFailed(
    [property: Id] string OrderId,
    [property: Text] string Reason,
    [property: Text] string? DeclineCode = null,
    [property: Id] string? CustomerId = null,
    [property: Money] decimal? Amount = null,
    [property: Id] string? PaymentId = null,
    DateTimeOffset? Timestamp = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}
