using Workers.Contracts.Events;
using Workers.Engine.Handling;
using Workers.Notification.Sending;
using Workers.Notification.Templates;

namespace Workers.Notification.Handlers;

/// <summary>Tells the customer that the order is cancelled.</summary>
internal sealed class OrderCancellationDecidedHandler(Notifier notifier, Recipients recipients) : IHandle<OrderCancellationDecided>
{
    public Task<Outcome> HandleAsync(EventMessage<OrderCancellationDecided> message, CancellationToken cancellationToken) =>
        notifier.SendAsync(Compose(message.Detail), message, cancellationToken);

    private Draft Compose(OrderCancellationDecided decided) =>
        new(
            Template.OrderCancelled,
            recipients.Customer(decided.CustomerId),
            Subject: $"Your order {decided.OrderId} is cancelled",
            Body: $"Your order {decided.OrderId} is cancelled: {decided.Reason}")
        {
            OrderId = decided.OrderId,
            IsOncePerOrder = true,
        };
}
