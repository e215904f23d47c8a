using System.Globalization;
using Workers.Cli.Running;
using Words = Workers.Cli.Timing.Duration;

namespace Workers.Cli.Loading;

/// <summary>What load was asked to do.</summary>
/// <param name="Rate">Orders a second.</param>
/// <param name="Duration">For how long.</param>
/// <param name="Products">Over how many products.</param>
/// <param name="Patience">How long to wait, after the last order, for those without an end.</param>
internal sealed record LoadPlan(int Rate, TimeSpan Duration, int Products, TimeSpan Patience)
{
    /// <summary>The most orders a second: beyond what one process can publish.</summary>
    public const int MostPerSecond = 10_000;

    /// <summary>The most orders of a run: each is remembered until its end.</summary>
    public const int MostOrders = 1_000_000;

    /// <summary>The longest run, and the longest wait after it.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromHours(24);

    /// <summary>How many orders that makes.</summary>
    public int Orders => (int)Math.Ceiling(Rate * Duration.TotalSeconds);

    /// <summary>Refuses more orders than can be followed. Rate and duration are within their ranges each.</summary>
    /// <exception cref="CommandFailedException">There are more.</exception>
    public LoadPlan Check() => Rate * Duration.TotalSeconds <= MostOrders
        ? this
        : throw new CommandFailedException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"--rate {Rate} for {Words.Words(Duration)} is {Rate * Duration.TotalSeconds:#,0} orders, and each is followed to its end: "
                + $"at most {MostOrders:#,0}."),
            ExitCode.Usage);
}
