using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>An order is cancelled, before it was paid. Only the orders worker says so.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Amount">What the customer would have owed.</param>
/// <param name="Reason">Why, in the words of whoever asked.</param>
/// <param name="PlacedAt">When the customer ordered.</param>
/// <param name="Timestamp">When.</param>
/// <param name="Version">The order's version after this event.</param>
public sealed record OrderCancellationDecided(
    [property: Id] string OrderId,
    [property: Id] string CustomerId,
    [property: Money] decimal Amount,
    [property: Text] string Reason,
    DateTimeOffset PlacedAt,
    DateTimeOffset Timestamp,
    [property: Version] int Version) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}
