using Workers.Contracts.Events;
using Workers.Engine.Handling;
using Workers.Notification.Sending;
using Workers.Notification.Templates;

namespace Workers.Notification.Handlers;

/// <summary>Tells the warehouse that a product runs low.</summary>
internal sealed class LowStockAlertHandler(Notifier notifier, Recipients recipients) : IHandle<LowStockAlert>
{
    public Task<Outcome> HandleAsync(EventMessage<LowStockAlert> message, CancellationToken cancellationToken) =>
        notifier.SendAsync(Compose(message.Detail), message, cancellationToken);

    private Draft Compose(LowStockAlert alert) =>
        new(
            Template.LowStock,
            recipients.Warehouse,
            Subject: $"Low stock: {alert.ProductName ?? alert.ProductId}",
            Body: $"{alert.RemainingStock} of {alert.ProductId} remain; the threshold is {alert.Threshold}.")
        {
            ProductId = alert.ProductId,
        };
}
