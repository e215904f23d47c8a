using Workers.Contracts.Events;
using Workers.Engine.Handling;
using Workers.Notification.Sending;
using Workers.Notification.Templates;

namespace Workers.Notification.Handlers;

/// <summary>Tells the customer that the order cannot be filled, where the event says who that is.</summary>
internal sealed class ReservationFailedHandler(Notifier notifier, Recipients recipients) : IHandle<ReservationFailed>
{
    public Task<Outcome> HandleAsync(EventMessage<ReservationFailed> message, CancellationToken cancellationToken) =>
        message.Detail.CustomerId is { } customerId
            ? notifier.SendAsync(Compose(message.Detail, customerId), message, cancellationToken)
            : Task.FromResult(Outcome.Done);

    private Draft Compose(ReservationFailed failed, string customerId) =>
        new(
            Template.OrderFailed,
            recipients.Customer(customerId),
            Subject: $"Your order {failed.OrderId} could not be filled",
            Body: $"{WhyOf(failed)}, so nothing of your order {failed.OrderId} was reserved.")
        {
            OrderId = failed.OrderId,
            IsOncePerOrder = true,
            ProductId = failed.ProductId,
        };

    private static string WhyOf(ReservationFailed failed) => failed.Reason switch
    {
        ReservationFailure.ProductNotFound => $"We do not sell {failed.ProductId}",
        ReservationFailure.InsufficientStock => $"We have too little of {failed.ProductId}",
        _ => $"We cannot deliver {failed.ProductId}",
    };
}
