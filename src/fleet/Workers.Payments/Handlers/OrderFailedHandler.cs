using Workers.Contracts.Events;
using Workers.Engine.Handling;

namespace Workers.Payments.Handlers;

/// <summary>Takes a failed order's payment back.</summary>
internal sealed class OrderFailedHandler(RefundDesk refunds) : IHandle<OrderFailed>
{
    public Task<Outcome> HandleAsync(EventMessage<OrderFailed> message, CancellationToken cancellationToken) =>
        refunds.TakeBackAsync(message, message.Detail.OrderId, cancellationToken);
}
