using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>Somebody wants an order cancelled. The orders worker decides; it may arrive before the order itself.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="CustomerId">Whose order it is, where the caller says so; a request that names another customer is ignored.</param>
/// <param name="RequestedBy">Who asked, where that is known.</param>
/// <param name="Timestamp">When.</param>
public sealed record OrderCancellationRequested(
    [property: Id] string OrderId,
    [property: Text] string Reason,
    [property: Id] string? CustomerId = null,
    [property: Id] string? RequestedBy = null,
    DateTimeOffset? Timestamp = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}
