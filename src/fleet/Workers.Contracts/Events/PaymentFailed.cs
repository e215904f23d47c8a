using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>The provider declined to charge an order: nothing was charged, nor will be.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Amount">What was asked for.</param>
/// <param name="DeclineCode">The provider's code, for example <c>insufficient_funds</c>.</param>
/// <param name="Reason">The same in words.</param>
/// <param name="PaymentId">Under which payment, where the provider gave it an id.</param>
/// <param name="Timestamp">When.</param>
public sealed record PaymentFailed(
    [property: Id] string OrderId,
    [property: Id] string CustomerId,
    [property: Money] decimal Amount,
    [property: Text] string DeclineCode,
    [property: Text] string Reason,
    [property: Id] string? PaymentId = null,
    DateTimeOffset? Timestamp = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}
