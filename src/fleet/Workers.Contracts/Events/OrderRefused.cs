using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>
/// An order was not taken, because another one has its id. It says nothing of that other order: what became of it stands as it is.
/// </summary>
/// <param name="OrderId">The id that both have.</param>
/// <param name="CustomerId">Whose order was refused.</param>
/// <param name="Amount">What the refused order was worth.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record OrderRefused(
    [property: Id] string OrderId,
    [property: Id] string CustomerId,
    [property: Money] decimal Amount,
    [property: Text] string Reason) : IEventDetail;
