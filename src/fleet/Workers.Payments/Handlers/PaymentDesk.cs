using System.Diagnostics;
using Workers.Partners;
using Workers.Payments.Providers;
using Workers.Payments.Stores;

namespace Workers.Payments.Handlers;

/// <summary>
/// Asks the provider and notes its answer. A crash between the two asks once more, under the same key; where somebody else noted an answer
/// meanwhile, theirs stands.
/// </summary>
internal sealed class PaymentDesk(IPaymentProvider provider, PaymentRows rows)
{
    /// <summary>Charging to Charged or Declined.</summary>
    /// <exception cref="PartnerDownException">Not now.</exception>
    /// <exception cref="PartnerRefusedException">Never.</exception>
    public async Task<Payment> ChargeAsync(Payment charging, CancellationToken cancellationToken) =>
        await provider.ChargeAsync(charging.ToCharge(), cancellationToken) switch
        {
            ChargeAnswer.Charged yes => await rows.ChargedAsync(charging, yes.Reference, cancellationToken),
            ChargeAnswer.Declined no => await rows.DeclinedAsync(charging, no.Code, no.Reason, cancellationToken),
            _ => throw new UnreachableException(),
        };

    /// <summary>Refunding to Refunded.</summary>
    /// <exception cref="PartnerDownException">Not now.</exception>
    /// <exception cref="PartnerRefusedException">Never.</exception>
    public async Task<Payment> RefundAsync(Payment refunding, CancellationToken cancellationToken)
    {
        await provider.RefundAsync(refunding.ToRefund(), cancellationToken);
        return await rows.RefundedAsync(refunding, cancellationToken);
    }
}
