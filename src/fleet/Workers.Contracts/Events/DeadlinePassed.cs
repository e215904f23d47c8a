using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>An order has taken too long. It stands in the order's history only, never on the bus.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Awaited">What should have happened by now.</param>
public sealed record DeadlinePassed(
    [property: Id] string OrderId,
    OrderStage Awaited) : IEventDetail;
