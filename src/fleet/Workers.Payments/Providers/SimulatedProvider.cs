using Microsoft.Extensions.Options;
using Workers.Events;
using Workers.Partners;

namespace Workers.Payments.Providers;

/// <summary>
/// A provider within the process: it declines by rule, answers as slowly and fails as often as configured, and answers a repeat as the
/// first call. Its ledger is memory: a restart forgets it.
/// </summary>
internal sealed class SimulatedProvider(
    KeyedLedger<LedgerEntry> ledger, IOptions<SimulatedProviderOptions> options, Jitter chance, TimeProvider time) : IPaymentProvider
{
    private static readonly TimeSpan Always = TimeSpan.FromSeconds(1);

    private readonly SimulatedProviderOptions _options = options.Value;

    public async Task<ChargeAnswer> ChargeAsync(Charge charge, CancellationToken cancellationToken)
    {
        var kind = _options.Declines(charge.CustomerId) ? LedgerKind.Decline : LedgerKind.Charge;
        var entry = await BookAsync(
            charge.Key, kind, charge.OrderId, charge.Amount, _options.DelayOf(charge.CustomerId), cancellationToken);
        return entry.Kind == LedgerKind.Charge
            ? new ChargeAnswer.Charged($"sim-{charge.PaymentId}")
            : new ChargeAnswer.Declined("card_declined", "the card was declined");
    }

    public Task RefundAsync(Refund refund, CancellationToken cancellationToken) =>
        BookAsync(refund.Key, LedgerKind.Refund, refund.OrderId, refund.Amount, _options.Delay, cancellationToken);

    private async Task<LedgerEntry> BookAsync(
        string key, LedgerKind kind, string orderId, decimal amount, TimeSpan delay, CancellationToken cancellationToken)
    {
        if (delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, time, cancellationToken);
        }

        var fails = Happens(_options.FailureRate);
        if (fails && Happens(0.5))
        {
            throw new PartnerDownException("the simulated provider is away");
        }

        var entry = ledger.Book(new(key, kind, orderId, amount, time.GetUtcNow()));
        return fails ? throw new PartnerDownException("the simulated provider's answer was lost") : entry;
    }

    private bool Happens(double share) => chance.UpTo(Always) < Always * share;
}
