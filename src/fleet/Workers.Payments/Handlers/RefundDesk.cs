using Microsoft.Extensions.Options;
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
        effects.RunAsync(message, new(EffectParts.Refund, orderId), token => TakeBackAsync(orderId, token), cancellationToken);

    private async Task<EffectResult> TakeBackAsync(string orderId, CancellationToken cancellationToken)
    {
        var payment = await rows.VoidAsync(orderId, cancellationToken);
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

        return EffectResult.Done([], PaymentEvents.OfRefund(payment));
    }
}
