using System.ComponentModel.DataAnnotations;

namespace Workers.Shipping.Carriers;

/// <summary>The carrier that is asked over HTTP. Bound from <c>Workers:Shipping:Http</c>. Its contract is in docs/payments.md.</summary>
public sealed class HttpCarrierOptions
{
    /// <summary>
    /// An absolute http or https address; <c>/shipments</c> is put behind it. Redirections are not followed: they would
    /// turn the POST into a GET.
    /// </summary>
    /// <value>None. Required where the carrier is <c>http</c>.</value>
    public Uri? Url { get; set; }

    /// <summary>How long one call may take before it counts as unanswered.</summary>
    /// <value>10 seconds. From 100 milliseconds to 1 minute.</value>
    [Range(
        typeof(TimeSpan),
        "00:00:00.100",
        "00:01:00",
        ErrorMessage = "Workers:Shipping:Http:Timeout must be from 100 ms to 1 minute: a call without an end would hold its message.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>What is sent as <c>Authorization: Bearer</c>. Never logged; belongs in a secret, not in a file.</summary>
    /// <value>Null: nothing is sent.</value>
    public string? Token { get; set; }
}
