using Workers.Contracts.Events;
using Workers.Engine.Handling;
using Workers.Notification.Sending;
using Workers.Notification.Templates;

namespace Workers.Notification.Handlers;

/// <summary>Tells the customer that the order cannot be filled.</summary>
internal sealed class ReservationFailedHandler(Notifier notifier, Recipients recipients) : IHandle<ReservationFailed>
{
    public Task<Outcome> HandleAsync(EventMessage<ReservationFailed> message, CancellationToken cancellationToken) =>
        notifier.SendAsync(Compose(message.Detail), message, cancellationToken);

    private Draft Compose(ReservationFailed failed) =>
        new(
            Template.OrderFailed,
            recipients.Customer(failed.CustomerId),
            Subject: $"Your order {failed.OrderId} could not be filled",
            Body: failed.Reason == ReservationFailure.ProductNotFound
                ? $"We do not sell {failed.ProductId}, so nothing of your order {failed.OrderId} was reserved."
                : $"We have too little of {failed.ProductId}, so nothing of your order {failed.OrderId} was reserved.")
        {
            OrderId = failed.OrderId,
            ProductId = failed.ProductId,
        };
}
