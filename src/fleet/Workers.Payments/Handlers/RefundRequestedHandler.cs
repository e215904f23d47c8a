using Workers.Contracts.Events;
using Workers.Engine.Handling;

namespace Workers.Payments.Handlers;

/// <summary>Takes an order's payment back because the state machine asks.</summary>
internal sealed class RefundRequestedHandler(RefundDesk refunds) : IHandle<RefundRequested>
{
    public Task<Outcome> HandleAsync(EventMessage<RefundRequested> message, CancellationToken cancellationToken) =>
        refunds.AnswerAsync(message, cancellationToken);
}
