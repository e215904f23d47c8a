using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>An order is not shipped, nor will be: its address is missing or was refused, or its time is over.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="CustomerId">Whose, where the producer says so; our shipping worker does.</param>
/// <param name="CompensationRequired">What is to be undone, where the sender says so.</param>
/// <param name="Timestamp">When.</param>
public sealed record ShippingFailed(
    [property: Id] string OrderId,
    [property: Text] string Reason,
    [property: Id] string? CustomerId = null,
    IReadOnlyList<Compensation>? CompensationRequired = null,
    DateTimeOffset? Timestamp = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}
