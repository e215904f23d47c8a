namespace Workers.Engine.Handling;

/// <summary>One receive of one message, as a handler may want to know it.</summary>
/// <param name="HandlerName">The handler's name, unique in the fleet: the first half of every idempotency key.</param>
/// <param name="MessageId">SQS's id: the same for redeliveries, another for duplicates of the event.</param>
/// <param name="ReceiveCount">How often SQS handed the message out, this time included. Not a count of failures.</param>
/// <param name="FirstReceivedAt">When SQS first handed it out.</param>
/// <param name="Lease">Our right to handle it.</param>
public sealed record Delivery(
    string HandlerName,
    string MessageId,
    int ReceiveCount,
    DateTimeOffset FirstReceivedAt,
    IMessageLease Lease);
