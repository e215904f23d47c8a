using Workers.Contracts.Ranges;
using Workers.Events;
using Workers.Partners;

namespace Workers.Shipping.Carriers;

/// <summary>What an answer means: yes, refused, rejected, or nobody knows. A yes or a refusal is what the contract spells out.</summary>
internal static class CarrierAnswers
{
    // Its refusal is an answer, so what it will never take it "rejects".
    public static readonly PartnerCall Request = new("shipments", "carrier", "request", "shipments") { Refuses = "rejects" };

    /// <summary>What the carrier says to a request.</summary>
    /// <exception cref="PartnerDownException">Nobody knows.</exception>
    /// <exception cref="PartnerRefusedException">It can never be asked so.</exception>
    public static CarrierAnswer ToAnswer(PartnerAnswer<AnswerBody> answer) => answer switch
    {
        { IsYes: true, Body: { Status: "created", Carrier: { } carrier, TrackingNumber: { } number } }
            when IsName(carrier) && IdGrammar.Allows(number) => new CarrierAnswer.Created(carrier, number),
        { Code: 200 or 422, Body: { Status: "refused" } body } =>
            new CarrierAnswer.Refused(PartnerCall.Shorten(body.Reason) ?? "the carrier gave no reason"),
        _ => throw Request.FailureOf(answer),
    };

    private static bool IsName(string text) => text.Length is > 0 and <= Limits.Name && !text.Any(char.IsControl);
}
