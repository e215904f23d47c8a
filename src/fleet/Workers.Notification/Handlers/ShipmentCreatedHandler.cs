using Workers.Contracts.Events;
using Workers.Engine.Handling;
using Workers.Notification.Sending;
using Workers.Notification.Templates;

namespace Workers.Notification.Handlers;

/// <summary>Tells the customer that the order is on its way, and how to follow it.</summary>
internal sealed class ShipmentCreatedHandler(Notifier notifier, Recipients recipients) : IHandle<ShipmentCreated>
{
    public Task<Outcome> HandleAsync(EventMessage<ShipmentCreated> message, CancellationToken cancellationToken) =>
        notifier.SendAsync(Compose(message.Detail), message, cancellationToken);

    private Draft Compose(ShipmentCreated shipment) =>
        new(
            Template.OrderShipped,
            recipients.Customer(shipment.CustomerId),
            Subject: $"Your order {shipment.OrderId} is on its way",
            Body: $"{shipment.Carrier} has taken your order {shipment.OrderId}. Its tracking number is {shipment.TrackingNumber}.")
        {
            OrderId = shipment.OrderId,
            IsOncePerOrder = true,
        };
}
