using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Effects.Leases;
using Workers.Engine.Handling;
using Workers.Partners;
using Workers.Payments.Stores;

namespace Workers.Payments.Handlers;

/// <summary>
/// Charges an order because the state machine asks, once, and answers every request: an order that was charged or declined before is told
/// so, and one that ended before it was charged is told that it is not. Of a charge Order Paid is the answer, once the orders worker has
/// heard of it.
/// </summary>
internal sealed class PaymentRequestedHandler(PartnerEffects effects, PaymentRows rows, PaymentDesk desk) : IHandle<PaymentRequested>
{
    public Task<Outcome> HandleAsync(EventMessage<PaymentRequested> message, CancellationToken cancellationToken) => effects.RunAsync(
        message,
        new(EffectParts.Charge, message.Detail.OrderId),
        token => AnswerAsync(message.Detail, message.Metadata.Fulfilment, token),
        cancellationToken);

    private async Task<EffectResult> AnswerAsync(PaymentRequested request, string? fulfilment, CancellationToken cancellationToken)
    {
        var payment = await rows.BeginAsync(request.OrderId, request.CustomerId, request.Amount, fulfilment, cancellationToken);
        if (payment.State == PaymentState.Void)
        {
            return EffectResult.Done([], [Emission.OfFact(Refused(request, "the order has ended"), request.OrderId)]);
        }

        if (payment.CustomerId != request.CustomerId || payment.Amount != request.Amount)
        {
            return EffectResult.Done([], [new Emission(Refused(request, "another order under this id was charged"), request.OrderId)]);
        }

        if (payment.State == PaymentState.Charging)
        {
            payment = await desk.ChargeAsync(payment, cancellationToken);
        }

        return EffectResult.Done([], PaymentEvents.OfCharge(payment));
    }

    private static PaymentFailed Refused(PaymentRequested request, string why) =>
        new(request.OrderId, why, CustomerId: request.CustomerId, Amount: request.Amount);
}
