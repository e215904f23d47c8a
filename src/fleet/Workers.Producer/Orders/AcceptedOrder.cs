namespace Workers.Producer.Orders;

/// <summary>The answer to an order or a cancellation that is on its way.</summary>
/// <param name="OrderId">The order's id, given or made.</param>
/// <param name="EventId">The id of the event that carries it.</param>
internal sealed record AcceptedOrder(string OrderId, string EventId);
