using Workers.Contracts.Events;
using Workers.Engine.Handling;
using Workers.Notification.Sending;
using Workers.Notification.Templates;

namespace Workers.Notification.Handlers;

/// <summary>Tells the customer that the order is reserved.</summary>
internal sealed class InventoryReservedHandler(Notifier notifier, Recipients recipients) : IHandle<InventoryReserved>
{
    public Task<Outcome> HandleAsync(EventMessage<InventoryReserved> message, CancellationToken cancellationToken) =>
        notifier.SendAsync(Compose(message.Detail), message, cancellationToken);

    private Draft Compose(InventoryReserved reserved) =>
        new(
            Template.OrderConfirmed,
            recipients.Customer(reserved.CustomerId),
            Subject: $"Your order {reserved.OrderId} is confirmed",
            Body: $"Everything in your order {reserved.OrderId} is in stock and set aside for you.")
        {
            OrderId = reserved.OrderId,
        };
}
