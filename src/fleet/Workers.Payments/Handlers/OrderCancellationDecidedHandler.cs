using Workers.Contracts.Events;
using Workers.Engine.Handling;

namespace Workers.Payments.Handlers;

/// <summary>Takes a cancelled order's payment back.</summary>
internal sealed class OrderCancellationDecidedHandler(RefundDesk refunds) : IHandle<OrderCancellationDecided>
{
    public Task<Outcome> HandleAsync(EventMessage<OrderCancellationDecided> message, CancellationToken cancellationToken) =>
        refunds.TakeBackAsync(message, message.Detail.OrderId, cancellationToken);
}
