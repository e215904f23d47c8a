using System.ComponentModel.DataAnnotations;

namespace Workers.Shipping.Carriers;

/// <summary>How the simulated carrier behaves. Bound from <c>Workers:Shipping:Simulated</c>.</summary>
public sealed class SimulatedCarrierOptions
{
    /// <summary>Addresses that hold one of these texts, in capitals or not, are refused.</summary>
    /// <value>Null, which stands for <c>Nowhere</c> alone.</value>
    public string[]? RefusedAddresses { get; set; }

    /// <summary>How long every request takes.</summary>
    /// <value>None. Up to 1 minute.</value>
    [Range(
        typeof(TimeSpan),
        "00:00:00",
        "00:01:00",
        ErrorMessage = "Workers:Shipping:Simulated:Delay must be from none to 1 minute: a request holds its message as long.")]
    public TimeSpan Delay { get; set; }

    /// <summary>
    /// The share of requests that end in an outage: one half before the request is booked, the other after it, as if the answer was lost.
    /// </summary>
    /// <value>0. From 0 to 1, which is always.</value>
    [Range(0d, 1d, ErrorMessage = "Workers:Shipping:Simulated:FailureRate must be from 0 to 1: it is a share of the requests.")]
    public double FailureRate { get; set; }

    internal bool Refuses(string address) =>
        (RefusedAddresses ?? ["Nowhere"]).Any(text => address.Contains(text, StringComparison.OrdinalIgnoreCase));
}
