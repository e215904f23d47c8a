using System.Text.Json.Serialization;
using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>The state machine is to lead an order. Its members are named as other producers have always named them.</summary>
/// <param name="WorkflowId">What the caller knows this by.</param>
/// <param name="OrderId">Which order.</param>
/// <param name="Timestamp">When.</param>
/// <param name="Order">The order, where it is new; otherwise the one that is on record under its id.</param>
public sealed record WorkflowTriggered(
    [property: JsonPropertyName("workflow_id"), Id] string WorkflowId,
    [property: JsonPropertyName("order_id"), Id] string OrderId,
    DateTimeOffset? Timestamp = null,
    OrderPlaced? Order = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}
