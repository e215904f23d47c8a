using Workers.Contracts.Ranges;

namespace Workers.Payments.Providers;

/// <summary>What an answer means: yes, declined, refused, or nobody knows. A yes or a decline is what the contract spells out.</summary>
internal static class HttpAnswers
{
    private const int Conflict = 409;

    private static readonly TimeSpan WhileUnderWay = TimeSpan.FromSeconds(2);

    // About the address or our right to it, whatever is posted; 402 here is one without a decline in it.
    private static readonly int[] AboutUs = [401, 402, 403, 404, 405, 407, 410];

    private static readonly int[] Busy = [408, 425, 429];

    /// <summary>What the provider says to a charge.</summary>
    /// <exception cref="ProviderDownException">Nobody knows.</exception>
    /// <exception cref="ProviderRefusedException">It can never be asked so.</exception>
    public static ChargeAnswer ToCharge(HttpAnswer answer) => answer switch
    {
        { IsYes: true, Body: { Status: "charged", Reference.Length: > 0 } body } => new ChargeAnswer.Charged(body.Reference),
        { Code: 200 or 402, Body: { Status: "declined" } body } => new ChargeAnswer.Declined(
            Shorten(body.Code) ?? "declined",
            Shorten(body.Reason) ?? "the provider gave no reason"),
        _ => throw FailureOf(answer, "charge"),
    };

    /// <summary>Returns where the provider has given the money back.</summary>
    /// <exception cref="ProviderDownException">Nobody knows.</exception>
    /// <exception cref="ProviderRefusedException">It will not.</exception>
    public static void EnsureRefunded(HttpAnswer answer)
    {
        if (answer is not { IsYes: true, Body.Status: "refunded" })
        {
            throw FailureOf(answer, "refund");
        }
    }

    private static Exception FailureOf(HttpAnswer answer, string call) => answer.Code switch
    {
        Conflict => new ProviderDownException($"an earlier {call} with the same key is still under way (409)")
        {
            After = answer.After ?? WhileUnderWay,
        },
        < 300 => new ProviderDownException($"the provider's {answer.Code} to a {call} says nothing that docs/payments.md knows"),
        < 400 => new ProviderDownException($"the provider answers {answer.Code}; payments wait until Url is one that takes them"),
        >= 500 => new ProviderDownException($"the provider answers {answer.Code}") { After = answer.After },
        var code when Busy.Contains(code) => new ProviderDownException($"the provider answers {code}") { After = answer.After },
        402 when call == "refund" => new ProviderRefusedException("The provider refuses the refund with 402."),
        var code when AboutUs.Contains(code) =>
            new ProviderDownException($"the provider answers {code}; payments wait until Url or Token is one that it takes"),
        var code => new ProviderRefusedException($"The provider refuses the {call} with {code}."),
    };

    // Events carry texts of a limited length, and a decline must not fail because of its words.
    private static string? Shorten(string? text) =>
        text is not { Length: > Limits.Text } ? text
        : char.IsHighSurrogate(text[Limits.Text - 1]) ? text[..(Limits.Text - 1)]
        : text[..Limits.Text];
}
