using System.Diagnostics.Metrics;
using Workers.Partners;
using Workers.Payments.Stores;

namespace Workers.Payments;

/// <summary>The payments worker's instruments, on the meter <c>Workers.Payments</c>.</summary>
internal sealed class PaymentsMetrics : IPartnerMetrics
{
    public const string Charges = "workers.payments.charges";
    public const string Refunds = "workers.payments.refunds";
    public const string Outages = "workers.payments.outages";
    public const string Outcome = "outcome";

    private readonly Counter<long> _charges;
    private readonly Counter<long> _refunds;
    private readonly Counter<long> _outages;

    public PaymentsMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Workers.Payments");
        _charges = meter.CreateCounter<long>(
            Charges, "{charge}", "Charges that came to an end: charged or declined by the provider, or refused as asked.");
        _refunds = meter.CreateCounter<long>(
            Refunds, "{refund}", "Refunds that came to an end: refunded, or refused, which somebody must look at.");
        _outages = meter.CreateCounter<long>(Outages, "{call}", "Calls that the provider did not answer; their messages wait.");
    }

    /// <summary>A payment's row got another state.</summary>
    public void Became(PaymentState state)
    {
        switch (state)
        {
            case PaymentState.Charged:
                _charges.Add(1, Of("charged"));
                break;
            case PaymentState.Declined:
                _charges.Add(1, Of("declined"));
                break;
            case PaymentState.Refunded:
                _refunds.Add(1, Of("refunded"));
                break;
        }
    }

    /// <summary>The provider will never do what it was asked; the message was dead-lettered.</summary>
    public void Refused(string part) => (part == EffectParts.Refund ? _refunds : _charges).Add(1, Of("refused"));

    /// <summary>The provider did not answer.</summary>
    public void Waits() => _outages.Add(1);

    private static KeyValuePair<string, object?> Of(string outcome) => new(Outcome, outcome);
}
