using Workers.Contracts.Events;
using Workers.Engine.Handling;
using Workers.Notification.Sending;
using Workers.Notification.Templates;

namespace Workers.Notification.Handlers;

/// <summary>Tells the warehouse what to buy.</summary>
internal sealed class PurchaseOrderRaisedHandler(Notifier notifier, Recipients recipients) : IHandle<PurchaseOrderRaised>
{
    public Task<Outcome> HandleAsync(EventMessage<PurchaseOrderRaised> message, CancellationToken cancellationToken) =>
        notifier.SendAsync(Compose(message.Detail), message, cancellationToken);

    private Draft Compose(PurchaseOrderRaised raised) =>
        new(
            Template.PurchaseOrder,
            recipients.Warehouse,
            Subject: $"To buy: {raised.ProductName ?? raised.ProductId}",
            Body: $"Purchase order {raised.PurchaseOrderId} asks for {raised.Quantity} of {raised.ProductId}. Units that arrive close it.")
        {
            ProductId = raised.ProductId,
        };
}
