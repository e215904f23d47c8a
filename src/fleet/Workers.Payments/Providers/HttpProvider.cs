using Workers.Partners;

namespace Workers.Payments.Providers;

/// <summary>Posts charges and refunds. See docs/payments.md.</summary>
internal sealed class HttpProvider(PartnerClient client) : IPaymentProvider
{
    public async Task<ChargeAnswer> ChargeAsync(Charge charge, CancellationToken cancellationToken)
    {
        var body = new ChargeBody(charge.OrderId, charge.CustomerId, charge.PaymentId, charge.Amount);
        return ProviderAnswers.ToCharge(await client.PostAsync(
            ProviderAnswers.Charge, charge.Key, body, ProviderJson.Default.ChargeBody, ProviderJson.Default.AnswerBody, cancellationToken));
    }

    public async Task RefundAsync(Refund refund, CancellationToken cancellationToken)
    {
        var body = new RefundBody(refund.OrderId, refund.PaymentId, refund.Amount, refund.Reference);
        ProviderAnswers.EnsureRefunded(await client.PostAsync(
            ProviderAnswers.Refund, refund.Key, body, ProviderJson.Default.RefundBody, ProviderJson.Default.AnswerBody, cancellationToken));
    }
}
