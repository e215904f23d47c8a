using System.ComponentModel.DataAnnotations;

namespace Workers.Payments;

/// <summary>How customers are charged. Bound from <c>Workers:Payments</c>, beside the queue's own options.</summary>
public sealed class PaymentsOptions
{
    /// <summary>Who charges them.</summary>
    /// <value><c>simulated</c>, which moves no money; or <c>http</c>.</value>
    public ProviderName Provider { get; set; } = ProviderName.Simulated;

    /// <summary>
    /// How many charges and refunds may be on their way to the provider at once; more wait in hand, at most the queue's <c>MaxInFlight</c>.
    /// </summary>
    /// <value>32. From 1 to 1,000.</value>
    [Range(1, 1000, ErrorMessage = "Workers:Payments:MaxConcurrent must be from 1 to 1000: with none, nothing would be charged.")]
    public int MaxConcurrent { get; set; } = 32;

    /// <summary>
    /// How long a refund leaves a charge alone that has begun and whose answer is not noted. Then it asks the provider again, under the
    /// charge's key. Shorter than a charge takes, it only brings 409s.
    /// </summary>
    /// <value>30 seconds. From 1 second to 15 minutes.</value>
    [Range(
        typeof(TimeSpan),
        "00:00:01",
        "00:15:00",
        ErrorMessage = "Workers:Payments:ChargePatience must be from 1 second to 15 minutes: a refund waits as long for a charge.")]
    public TimeSpan ChargePatience { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>The providers that there are.</summary>
public enum ProviderName
{
    /// <summary>Within the process; moves no money.</summary>
    Simulated,

    /// <summary>Asked over HTTP.</summary>
    Http,
}
