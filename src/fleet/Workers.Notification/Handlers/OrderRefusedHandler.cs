using Workers.Contracts.Events;
using Workers.Engine.Handling;
using Workers.Notification.Sending;
using Workers.Notification.Templates;

namespace Workers.Notification.Handlers;

/// <summary>Tells the customer whose order was refused because another order has its id.</summary>
internal sealed class OrderRefusedHandler(Notifier notifier, Recipients recipients) : IHandle<OrderRefused>
{
    public Task<Outcome> HandleAsync(EventMessage<OrderRefused> message, CancellationToken cancellationToken) =>
        notifier.SendAsync(Compose(message.Detail), message, cancellationToken);

    private Draft Compose(OrderRefused refused) =>
        new(
            Template.OrderFailed,
            recipients.Customer(refused.CustomerId),
            Subject: $"Your order {refused.OrderId} could not be taken",
            Body: $"Another order has the number {refused.OrderId}, so nothing was reserved for yours. Please order again.")
        {
            OrderId = refused.OrderId,
        };
}
