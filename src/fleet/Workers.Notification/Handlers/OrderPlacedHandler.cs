using System.Globalization;
using Workers.Contracts.Events;
using Workers.Engine.Handling;
using Workers.Notification.Sending;
using Workers.Notification.Templates;

namespace Workers.Notification.Handlers;

/// <summary>Tells the customer that the order has arrived.</summary>
internal sealed class OrderPlacedHandler(Notifier notifier, Recipients recipients) : IHandle<OrderPlaced>
{
    public Task<Outcome> HandleAsync(EventMessage<OrderPlaced> message, CancellationToken cancellationToken) =>
        notifier.SendAsync(Compose(message.Detail), message, cancellationToken);

    private Draft Compose(OrderPlaced order) =>
        new(
            Template.OrderReceived,
            recipients.Customer(order.CustomerId),
            Subject: $"We have received your order {order.OrderId}",
            Body: string.Create(CultureInfo.InvariantCulture, $"Thank you. Your order {order.OrderId} over {order.Amount:0.00} has arrived and is being checked."))
        {
            OrderId = order.OrderId,
            IsOncePerOrder = true,
        };
}
