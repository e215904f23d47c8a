using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Contracts.Events;
using Workers.Effects.Decisions;
using Workers.Effects.Leases;
using Workers.Engine.Handling;
using Workers.Events;
using Workers.Partners;
using Workers.Payments.Stores;

namespace Workers.Payments.Handlers;

/// <summary>
/// Takes an ended order's payment back. Where nothing was charged it leaves a tombstone. Where a charge has begun and nobody knows how it
/// ended, it waits, then asks the provider again under the charge's key, and refunds what that brings.
/// </summary>
internal sealed class RefundDesk(
    PartnerEffects effects, PaymentRows rows, PaymentDesk desk, IOptions<PaymentsOptions> options, TimeProvider time)
{
    /// <summary>Takes it back, once per order.</summary>
    public Task<Outcome> TakeBackAsync<TEvent>(EventMessage<TEvent> message, string orderId, CancellationToken cancellationToken)
        where TEvent : class, IEventDetail =>
        effects.RunAsync(
            message,
            new(EffectParts.Refund, orderId),
            async token =>
            {
                var payment = await rows.VoidAsync(orderId, message.Metadata.Fulfilment, token);
                return await TakeBackAsync(payment, PaymentEvents.OfRefund, token);
            },
            cancellationToken);

    /// <summary>Takes it back because the state machine asks, once per order, and answers every request.</summary>
    public Task<Outcome> AnswerAsync(EventMessage<RefundRequested> message, CancellationToken cancellationToken) =>
        effects.RunAsync(
            message,
            new(EffectParts.Refund, message.Detail.OrderId),
            token => AnswerAsync(message.Detail, message.Metadata.Fulfilment, token),
            cancellationToken);

    /// <summary>Leaves alone what was not charged for the state machine, and what is another customer's.</summary>
    private async Task<EffectResult> AnswerAsync(RefundRequested request, string? fulfilment, CancellationToken cancellationToken)
    {
        if (fulfilment != Fulfilment.Orchestrated)
        {
            return Nothing("the state machine does not lead the order");
        }

        var payment = await rows.VoidAsync(request.OrderId, fulfilment, cancellationToken);
        if (payment.State == PaymentState.Void)
        {
            return Nothing("nothing was charged");
        }

        if (payment.Fulfilment != Fulfilment.Orchestrated || payment.CustomerId != request.CustomerId)
        {
            return Nothing("what was charged is another order's");
        }

        return await TakeBackAsync(
            payment,
            after => after.State == PaymentState.Refunded ? PaymentEvents.OfRefund(after) : Told("the charge was declined"),
            cancellationToken);

        EffectResult Nothing(string why) => EffectResult.Done([], Told(why));

        Emission[] Told(string why) => [new(new NothingRefunded(request.OrderId, request.CustomerId, why), request.OrderId)];
    }

    private async Task<EffectResult> TakeBackAsync(
        Payment payment, Func<Payment, IReadOnlyList<Emission>> tell, CancellationToken cancellationToken)
    {
        if (payment.State == PaymentState.Charging)
        {
            if (payment.StartedAt + options.Value.ChargePatience - time.GetUtcNow() is var left && left > TimeSpan.Zero)
            {
                return EffectResult.Retry(left);
            }

            payment = await desk.ChargeAsync(payment, cancellationToken);
        }

        if (payment.State == PaymentState.Charged)
        {
            payment = await rows.RefundingAsync(payment, cancellationToken);
        }

        if (payment.State == PaymentState.Refunding)
        {
            payment = await desk.RefundAsync(payment, cancellationToken);
        }

        return EffectResult.Done([], tell(payment));
    }
}
