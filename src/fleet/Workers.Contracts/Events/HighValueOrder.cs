using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>
/// An order that people should look at. Never on the bus: it is what the <c>high-value-orders</c> rule makes of an
/// <see cref="OrderPlaced"/>, with the same event id.
/// </summary>
/// <param name="AlertType">Always <c>HIGH_VALUE_ORDER</c>.</param>
/// <param name="Priority">How urgent, in the rule's words.</param>
/// <param name="Order">The order; absent where the rule has a constant input, which tells nothing of it.</param>
public sealed record HighValueOrder(
    [property: Name] string AlertType,
    [property: Name] string Priority,
    OrderPlaced? Order = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Order?.Timestamp;
}
