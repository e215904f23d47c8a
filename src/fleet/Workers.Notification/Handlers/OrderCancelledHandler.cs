using Workers.Contracts.Events;
using Workers.Engine.Handling;
using Workers.Notification.Sending;
using Workers.Notification.Templates;

namespace Workers.Notification.Handlers;

/// <summary>Tells the customer that the order is cancelled, where the event says who that is.</summary>
internal sealed class OrderCancelledHandler(Notifier notifier, Recipients recipients) : IHandle<OrderCancelled>
{
    public Task<Outcome> HandleAsync(EventMessage<OrderCancelled> message, CancellationToken cancellationToken) =>
        message.Detail.CustomerId is { } customerId
            ? notifier.SendAsync(Compose(message.Detail, customerId), message, cancellationToken)
            : Task.FromResult(Outcome.Done);

    private Draft Compose(OrderCancelled cancellation, string customerId) =>
        new(
            Template.OrderCancelled,
            recipients.Customer(customerId),
            Subject: $"Your order {cancellation.OrderId} is cancelled",
            Body: $"Your order {cancellation.OrderId} is cancelled: {cancellation.Reason}")
        {
            OrderId = cancellation.OrderId,
            IsOncePerOrder = true,
        };
}
