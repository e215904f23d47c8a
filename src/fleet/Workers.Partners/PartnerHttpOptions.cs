namespace Workers.Partners;

/// <summary>
/// The partner that is asked over HTTP. Bound from <c>Workers:Payments:Http</c> or <c>Workers:Shipping:Http</c>. Its contract is in
/// docs/payments.md.
/// </summary>
public sealed class PartnerHttpOptions
{
    /// <summary>
    /// An absolute http or https address; what is asked for, such as <c>/charges</c>, is put behind it. Redirections are not followed: they
    /// would turn the POST into a GET.
    /// </summary>
    /// <value>None. Required where the partner is <c>http</c>.</value>
    public Uri? Url { get; set; }

    /// <summary>How long one call may take before it counts as unanswered.</summary>
    /// <value>10 seconds. From 100 milliseconds to 1 minute.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>What is sent as <c>Authorization: Bearer</c>. Never logged; belongs in a secret, not in a file.</summary>
    /// <value>Null: nothing is sent.</value>
    public string? Token { get; set; }

    internal bool HasAddress => Url is { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", Fragment: "" };

    internal bool EndsInTime => Timeout >= TimeSpan.FromMilliseconds(100) && Timeout <= TimeSpan.FromMinutes(1);

    internal bool HasBearableToken => Token?.All(letter => letter is >= '!' and <= '~') != false;
}
