using Workers.Contracts.Events;
using Workers.Engine.Handling;
using Workers.Notification.Sending;
using Workers.Notification.Templates;

namespace Workers.Notification.Handlers;

/// <summary>Tells the customer that the order stands although somebody asked to cancel it, and why.</summary>
internal sealed class CancellationRefusedHandler(Notifier notifier, Recipients recipients) : IHandle<CancellationRefused>
{
    public Task<Outcome> HandleAsync(EventMessage<CancellationRefused> message, CancellationToken cancellationToken) =>
        notifier.SendAsync(Compose(message.Detail), message, cancellationToken);

    private Draft Compose(CancellationRefused refused) =>
        new(
            Template.CancellationRefused,
            recipients.Customer(refused.CustomerId),
            Subject: $"Your order {refused.OrderId} could not be cancelled",
            Body: $"Your order {refused.OrderId} stands as it is. It cannot be cancelled any more: {refused.Reason.TrimEnd('.')}.")
        {
            OrderId = refused.OrderId,
            IsOncePerOrder = true,
        };
}
