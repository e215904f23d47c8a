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
        new(Template.HighValueOrder, recipients.Operations, SubjectOf(alert.Order), BodyOf(alert.Order))
        {
            OrderId = alert.Order?.OrderId,
            IsOncePerOrder = true,
            Urgent = true,
        };

    private static string SubjectOf(OrderPlaced? order) => order is null ? "High-value order" : $"High-value order {order.OrderId}";

    private static string BodyOf(OrderPlaced? order) =>
        order is null
            ? "An order of high value was placed. The rule that tells it does not say which."
            : string.Create(CultureInfo.InvariantCulture, $"Order {order.OrderId} of {order.CustomerId} is over {order.Amount:0.00}.");
}
