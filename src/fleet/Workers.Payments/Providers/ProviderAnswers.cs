using Workers.Partners;

namespace Workers.Payments.Providers;

/// <summary>What an answer means: yes, declined, refused, or nobody knows. A yes or a decline is what the contract spells out.</summary>
internal static class ProviderAnswers
{
    public static readonly PartnerCall Charge = new("charges", "provider", "charge", "payments");
    public static readonly PartnerCall Refund = new("refunds", "provider", "refund", "payments");

    /// <summary>What the provider says to a charge.</summary>
    /// <exception cref="PartnerDownException">Nobody knows.</exception>
    /// <exception cref="PartnerRefusedException">It can never be asked so.</exception>
    public static ChargeAnswer ToCharge(PartnerAnswer<AnswerBody> answer) => answer switch
    {
        { IsYes: true, Body: { Status: "charged", Reference.Length: > 0 } body } => new ChargeAnswer.Charged(body.Reference),
        { Code: 200 or 402, Body: { Status: "declined" } body } => new ChargeAnswer.Declined(
            PartnerCall.Shorten(body.Code) ?? "declined",
            PartnerCall.Shorten(body.Reason) ?? "the provider gave no reason"),
        _ => throw Charge.FailureOf(answer),
    };

    /// <summary>Returns where the provider has given the money back.</summary>
    /// <exception cref="PartnerDownException">Nobody knows.</exception>
    /// <exception cref="PartnerRefusedException">It will not.</exception>
    public static void EnsureRefunded(PartnerAnswer<AnswerBody> answer)
    {
        if (answer is not { IsYes: true, Body.Status: "refunded" })
        {
            throw answer.Code == 402 ? Refund.Refused(answer.Code) : Refund.FailureOf(answer);
        }
    }
}
