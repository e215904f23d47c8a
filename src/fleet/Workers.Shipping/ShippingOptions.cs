using System.ComponentModel.DataAnnotations;

namespace Workers.Shipping;

/// <summary>How orders are shipped. Bound from <c>Workers:Shipping</c>, beside the queue's own options.</summary>
public sealed class ShippingOptions
{
    /// <summary>Who carries them.</summary>
    /// <value><c>simulated</c>, which carries nothing; or <c>http</c>.</value>
    public CarrierName Carrier { get; set; } = CarrierName.Simulated;

    /// <summary>
    /// How many requests may be on their way to the carrier at once; more wait in hand, at most the queue's <c>MaxInFlight</c>.
    /// </summary>
    /// <value>32. From 1 to 1,000.</value>
    [Range(1, 1000, ErrorMessage = "Workers:Shipping:MaxConcurrent must be from 1 to 1000: with none, nothing would be shipped.")]
    public int MaxConcurrent { get; set; } = 32;

    /// <summary>
    /// How long a deadline leaves a request alone that has begun and whose answer is not noted. Then it asks the carrier again, under the
    /// same key. Shorter than a request takes, it only brings 409s.
    /// </summary>
    /// <value>30 seconds. From 1 second to 15 minutes.</value>
    [Range(
        typeof(TimeSpan),
        "00:00:01",
        "00:15:00",
        ErrorMessage = "Workers:Shipping:RequestPatience must be from 1 second to 15 minutes: a deadline waits as long for a request.")]
    public TimeSpan RequestPatience { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>The carriers that there are.</summary>
public enum CarrierName
{
    /// <summary>Within the process; carries nothing.</summary>
    Simulated,

    /// <summary>Asked over HTTP.</summary>
    Http,
}
