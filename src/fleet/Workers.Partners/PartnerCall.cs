using Workers.Contracts.Ranges;

namespace Workers.Partners;

/// <summary>A call that a partner takes, in the words of its contract and of our logs.</summary>
/// <param name="Path">What is put behind the partner's address.</param>
/// <param name="Partner">Who is asked, such as "provider".</param>
/// <param name="Name">What for, such as "charge".</param>
/// <param name="Waiting">What waits while the partner is down, such as "payments".</param>
internal sealed record PartnerCall(string Path, string Partner, string Name, string Waiting)
{
    private const int Conflict = 409;

    private static readonly TimeSpan WhileUnderWay = TimeSpan.FromSeconds(2);

    // About the address or our right to it, whatever is posted; 402 here is one without a decline in it.
    private static readonly int[] AboutUs = [401, 402, 403, 404, 405, 407, 410];

    private static readonly int[] Busy = [408, 425, 429];

    /// <summary>What the partner does to a call that it will never take.</summary>
    public string Refuses { get; init; } = "refuses";

    /// <summary>What an answer comes to that is none of the contract's.</summary>
    /// <returns>A <see cref="PartnerDownException"/> where nobody knows; else a <see cref="PartnerRefusedException"/>.</returns>
    public Exception FailureOf<TBody>(PartnerAnswer<TBody> answer)
        where TBody : class => answer.Code switch
        {
            Conflict => Down($"an earlier {Name} with the same key is still under way (409)", answer.After ?? WhileUnderWay),
            < 300 => Down($"the {Partner}'s {answer.Code} to a {Name} says nothing that docs/payments.md knows"),
            < 400 => Down($"the {Partner} answers {answer.Code}; {Waiting} wait until Url is one that takes them"),
            >= 500 => Down($"the {Partner} answers {answer.Code}", answer.After),
            var code when Busy.Contains(code) => Down($"the {Partner} answers {code}", answer.After),
            var code when AboutUs.Contains(code) =>
                Down($"the {Partner} answers {code}; {Waiting} wait until Url or Token is one that it takes"),
            var code => Refused(code),
        };

    /// <summary>The partner will not, and says so by a status code.</summary>
    public PartnerRefusedException Refused(int code) => new($"The {Partner} {Refuses} the {Name} with {code}.");

    /// <summary>Cuts a partner's words to what an event carries: an answer must not fail because of its words.</summary>
    public static string? Shorten(string? text) => text is null ? null : Limits.Cut(text);

    private static PartnerDownException Down(string reason, TimeSpan? after = null) => new(reason) { After = after };
}
