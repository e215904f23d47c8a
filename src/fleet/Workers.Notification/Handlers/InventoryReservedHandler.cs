using Workers.Contracts.Events;
using Workers.Engine.Handling;
using Workers.Notification.Sending;
using Workers.Notification.Templates;

namespace Workers.Notification.Handlers;

/// <summary>Tells the customer that the order is reserved, where the event says who that is.</summary>
internal sealed class InventoryReservedHandler(Notifier notifier, Recipients recipients) : IHandle<InventoryReserved>
{
    public Task<Outcome> HandleAsync(EventMessage<InventoryReserved> message, CancellationToken cancellationToken) =>
        message.Detail.CustomerId is { } customerId
            ? notifier.SendAsync(Compose(message.Detail, customerId), message, cancellationToken)
            : Task.FromResult(Outcome.Done);

    private Draft Compose(InventoryReserved reserved, string customerId) =>
        new(
            Template.OrderConfirmed,
            recipients.Customer(customerId),
            Subject: $"Your order {reserved.OrderId} is confirmed",
            Body: $"Everything in your order {reserved.OrderId} is in stock and set aside for you.")
        {
            OrderId = reserved.OrderId,
            IsOncePerOrder = true,
        };
}
