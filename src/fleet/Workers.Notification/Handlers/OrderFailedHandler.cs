using System.Globalization;
using Workers.Contracts.Events;
using Workers.Engine.Handling;
using Workers.Notification.Sending;
using Workers.Notification.Templates;

namespace Workers.Notification.Handlers;

/// <summary>Tells the customer that the order has failed, at whatever stage, and that money charged is being given back.</summary>
internal sealed class OrderFailedHandler(Notifier notifier, Recipients recipients) : IHandle<OrderFailed>
{
    public Task<Outcome> HandleAsync(EventMessage<OrderFailed> message, CancellationToken cancellationToken) =>
        notifier.SendAsync(Compose(message.Detail), message, cancellationToken);

    private Draft Compose(OrderFailed failed) =>
        new(
            Template.OrderFailed,
            recipients.Customer(failed.CustomerId),
            Subject: $"Your order {failed.OrderId} could not be filled",
            Body: $"{WhatFailed(failed)}: {failed.Reason.TrimEnd('.')}. {WhatItCosts(failed)}")
        {
            OrderId = failed.OrderId,
            IsOncePerOrder = true,
        };

    private static string WhatFailed(OrderFailed failed) => failed.Stage switch
    {
        OrderStage.Reservation => $"We do not have all of your order {failed.OrderId}",
        OrderStage.Payment => $"The payment of your order {failed.OrderId} was declined",
        OrderStage.Shipping => $"No carrier takes your order {failed.OrderId}",
        _ => $"Your order {failed.OrderId} has taken too long",
    };

    private static string WhatItCosts(OrderFailed failed) =>
        failed.CompensationRequired.FirstOrDefault(step => step.CompensationAction == Compensation.RefundPayment) is { } refund
            ? string.Create(
                CultureInfo.InvariantCulture, $"The {refund.Data?.Amount ?? failed.Amount:0.00} that you paid is being given back.")
            : "You owe nothing.";
}
