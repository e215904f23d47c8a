using System.ComponentModel.DataAnnotations;

namespace Workers.Payments.Providers;

/// <summary>How the simulated provider behaves. Bound from <c>Workers:Payments:Simulated</c>.</summary>
public sealed class SimulatedProviderOptions
{
    /// <summary>Customers whose id begins with one of these are declined.</summary>
    /// <value>Null, which stands for <c>DECLINED</c> alone.</value>
    public string[]? DeclinedCustomers { get; set; }

    /// <summary>Charges of customers whose id begins with one of these take <see cref="SlowDelay"/>.</summary>
    /// <value>Null, which stands for <c>SLOW</c> alone.</value>
    public string[]? SlowCustomers { get; set; }

    /// <summary>How long the charge of a slow customer takes.</summary>
    /// <value>5 seconds. Up to 1 minute.</value>
    [Range(
        typeof(TimeSpan),
        "00:00:00",
        "00:01:00",
        ErrorMessage = "Workers:Payments:Simulated:SlowDelay must be from none to 1 minute: a charge holds its message as long.")]
    public TimeSpan SlowDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long every other call takes.</summary>
    /// <value>None. Up to 1 minute.</value>
    [Range(
        typeof(TimeSpan),
        "00:00:00",
        "00:01:00",
        ErrorMessage = "Workers:Payments:Simulated:Delay must be from none to 1 minute: a charge holds its message as long.")]
    public TimeSpan Delay { get; set; }

    /// <summary>
    /// The share of calls that end in an outage: one half before the call is booked, the other after it, as if the answer was lost.
    /// </summary>
    /// <value>0. From 0 to 1, which is always.</value>
    [Range(0d, 1d, ErrorMessage = "Workers:Payments:Simulated:FailureRate must be from 0 to 1: it is a share of the calls.")]
    public double FailureRate { get; set; }

    internal bool Declines(string customerId) => IsAmong(DeclinedCustomers ?? ["DECLINED"], customerId);

    internal TimeSpan DelayOf(string customerId) => IsAmong(SlowCustomers ?? ["SLOW"], customerId) ? SlowDelay : Delay;

    private static bool IsAmong(string[] prefixes, string customerId) =>
        prefixes.Any(prefix => customerId.StartsWith(prefix, StringComparison.Ordinal));
}
