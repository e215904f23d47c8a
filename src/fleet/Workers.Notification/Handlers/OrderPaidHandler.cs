using System.Globalization;
using Workers.Contracts.Events;
using Workers.Engine.Handling;
using Workers.Notification.Sending;
using Workers.Notification.Templates;

namespace Workers.Notification.Handlers;

/// <summary>Gives the customer a receipt.</summary>
internal sealed class OrderPaidHandler(Notifier notifier, Recipients recipients) : IHandle<OrderPaid>
{
    public Task<Outcome> HandleAsync(EventMessage<OrderPaid> message, CancellationToken cancellationToken) =>
        notifier.SendAsync(Compose(message.Detail), message, cancellationToken);

    private Draft Compose(OrderPaid paid) =>
        new(
            Template.OrderPaid,
            recipients.Customer(paid.CustomerId),
            Subject: $"Your order {paid.OrderId} is paid",
            Body: string.Create(
                CultureInfo.InvariantCulture,
                $"Thank you. We have received {paid.Amount:0.00} for your order {paid.OrderId}, by payment {paid.PaymentId}."))
        {
            OrderId = paid.OrderId,
            IsOncePerOrder = true,
        };
}
