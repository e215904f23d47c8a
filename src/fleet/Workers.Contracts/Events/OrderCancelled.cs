using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>An order is off. It may arrive before the order itself.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="CustomerId">Whose, where the producer knows.</param>
/// <param name="Timestamp">When.</param>
public sealed record OrderCancelled(
    [property: Id] string OrderId,
    [property: Text] string Reason,
    [property: Id] string? CustomerId = null,
    DateTimeOffset? Timestamp = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}
