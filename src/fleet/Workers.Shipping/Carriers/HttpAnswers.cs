using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Shipping.Carriers;

/// <summary>What an answer means: yes, refused, rejected, or nobody knows. A yes or a refusal is what the contract spells out.</summary>
internal static class HttpAnswers
{
    private const int Conflict = 409;

    private static readonly TimeSpan WhileUnderWay = TimeSpan.FromSeconds(2);

    // About the address of the carrier or our right to it, whatever is posted.
    private static readonly int[] AboutUs = [401, 402, 403, 404, 405, 407, 410];

    private static readonly int[] Busy = [408, 425, 429];

    /// <summary>What the carrier says to a request.</summary>
    /// <exception cref="CarrierDownException">Nobody knows.</exception>
    /// <exception cref="CarrierRejectedException">It can never be asked so.</exception>
    public static CarrierAnswer ToAnswer(HttpAnswer answer) => answer switch
    {
        { IsYes: true, Body: { Status: "created", Carrier: { } carrier, TrackingNumber: { } number } }
            when IsName(carrier) && IdGrammar.Allows(number) => new CarrierAnswer.Created(carrier, number),
        { Code: 200 or 422, Body: { Status: "refused" } body } =>
            new CarrierAnswer.Refused(Shorten(body.Reason) ?? "the carrier gave no reason"),
        _ => throw FailureOf(answer),
    };

    private static Exception FailureOf(HttpAnswer answer) => answer.Code switch
    {
        Conflict => new CarrierDownException("an earlier request with the same key is still under way (409)")
        {
            After = answer.After ?? WhileUnderWay,
        },
        < 300 => new CarrierDownException($"the carrier's {answer.Code} says nothing that docs/payments.md knows"),
        < 400 => new CarrierDownException($"the carrier answers {answer.Code}; shipments wait until Url is one that takes them"),
        >= 500 => new CarrierDownException($"the carrier answers {answer.Code}") { After = answer.After },
        var code when Busy.Contains(code) => new CarrierDownException($"the carrier answers {code}") { After = answer.After },
        var code when AboutUs.Contains(code) =>
            new CarrierDownException($"the carrier answers {code}; shipments wait until Url or Token is one that it takes"),
        var code => new CarrierRejectedException($"The carrier rejects the request with {code}."),
    };

    private static bool IsName(string text) => text.Length is > 0 and <= Limits.Name && !text.Any(char.IsControl);

    // Events carry texts of a limited length, and a refusal must not fail because of its words.
    private static string? Shorten(string? text) =>
        text is not { Length: > Limits.Text } ? text
        : char.IsHighSurrogate(text[Limits.Text - 1]) ? text[..(Limits.Text - 1)]
        : text[..Limits.Text];
}
