using Workers.Contracts.Events;
using Workers.Events;
using Workers.Events.Publishing;

namespace Workers.Producer.Publishing;

/// <summary>An event that is ready for the bus, and what a consumer will read in it.</summary>
/// <param name="Event">What is published.</param>
/// <param name="Detail">What a consumer reads.</param>
internal sealed record EventDraft(OutgoingEvent Event, IEventDetail Detail)
{
    /// <summary>What the caller is told.</summary>
    public TakenEvent Taken => new(Event, OrderId, (Detail as TicketOpened)?.TicketId);

    private string? OrderId => Detail switch
    {
        OrderPlaced order => order.OrderId,
        OrderCancelled cancelled => cancelled.OrderId,
        OrderCancellationRequested request => request.OrderId,
        InventoryReserved reserved => reserved.OrderId,
        PaymentProcessed paid => paid.OrderId,
        PaymentFailed declined => declined.OrderId,
        ShippingFailed failed => failed.OrderId,
        ShipmentDelivered delivered => delivered.OrderId,
        WorkflowTriggered triggered => triggered.OrderId,
        _ => null,
    };
}
