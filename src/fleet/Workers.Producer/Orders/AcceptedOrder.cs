using System.Text.Json.Serialization;

namespace Workers.Producer.Orders;

/// <summary>The answer to an order or a cancellation that was taken.</summary>
/// <param name="OrderId">The order's id, given or made.</param>
/// <param name="EventId">The id of the event that carries it.</param>
/// <param name="Order">The order, where the caller waited for it and it is known.</param>
internal sealed record AcceptedOrder(
    string OrderId,
    string EventId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] OrderAnswer? Order = null);
