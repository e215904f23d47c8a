using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>The state machine asks for what an order holds in stock to be given back. Inventory Released or Nothing Released answers.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record StockReleaseRequested(
    [property: Id] string OrderId,
    [property: Id] string CustomerId,
    [property: Text] string Reason) : IEventDetail;
