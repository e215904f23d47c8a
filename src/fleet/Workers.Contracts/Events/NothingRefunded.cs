using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>The answer to a Refund Requested that finds nothing to give back.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Reason">Why there is nothing, in words.</param>
public sealed record NothingRefunded(
    [property: Id] string OrderId,
    [property: Id] string CustomerId,
    [property: Text] string Reason) : IEventDetail;
