using System.Globalization;
using Workers.Contracts.Events;
using Workers.Engine.Handling;
using Workers.Notification.Sending;
using Workers.Notification.Templates;

namespace Workers.Notification.Handlers;

/// <summary>Tells the customer that the money is given back.</summary>
internal sealed class PaymentRefundedHandler(Notifier notifier, Recipients recipients) : IHandle<PaymentRefunded>
{
    public Task<Outcome> HandleAsync(EventMessage<PaymentRefunded> message, CancellationToken cancellationToken) =>
        notifier.SendAsync(Compose(message.Detail), message, cancellationToken);

    private Draft Compose(PaymentRefunded refund) =>
        new(
            Template.RefundIssued,
            recipients.Customer(refund.CustomerId),
            Subject: $"Your money for order {refund.OrderId} is given back",
            Body: string.Create(
                CultureInfo.InvariantCulture,
                $"We have given back the {refund.Amount:0.00} that you paid for your order {refund.OrderId}."))
        {
            OrderId = refund.OrderId,
            IsOncePerOrder = true,
        };
}
