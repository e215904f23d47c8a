using System.Globalization;
using Workers.Contracts.Events;
using Workers.Engine.Handling;
using Workers.Notification.Sending;
using Workers.Notification.Templates;

namespace Workers.Notification.Handlers;

/// <summary>Tells operations of an order worth watching, at once.</summary>
internal sealed class HighValueOrderHandler(Notifier notifier, Recipients recipients) : IHandle<HighValueOrder>
{
    public Task<Outcome> HandleAsync(EventMessage<HighValueOrder> message, CancellationToken cancellationToken) =>
        notifier.SendAsync(Compose(message.Detail), message, cancellationToken);

    private Draft Compose(HighValueOrder alert) =>
        new(
            Template.HighValueOrder,
            recipients.Operations,
            Subject: $"High-value order {alert.Order.OrderId}",
            Body: string.Create(
                CultureInfo.InvariantCulture,
                $"Order {alert.Order.OrderId} of {alert.Order.CustomerId} is over {alert.Order.Amount:0.00}."))
        {
            OrderId = alert.Order.OrderId,
            Urgent = true,
        };
}
