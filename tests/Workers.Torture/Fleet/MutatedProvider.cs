using Workers.Payments.Providers;

namespace Workers.Torture.Fleet;

/// <summary>A provider that is asked for a refund under another key each time.</summary>
internal sealed class MutatedProvider(IPaymentProvider provider) : IPaymentProvider
{
    public Task<ChargeAnswer> ChargeAsync(Charge charge, CancellationToken cancellationToken) => provider.ChargeAsync(charge, cancellationToken);

    public Task RefundAsync(Refund refund, CancellationToken cancellationToken) =>
        provider.RefundAsync(refund with { Key = $"{refund.Key}/{Guid.NewGuid():N}" }, cancellationToken);
}
