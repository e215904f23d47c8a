using System.Globalization;

namespace Workers.Benchmarks.Figures;

/// <summary>One measured row.</summary>
/// <param name="What">What was measured, and under which circumstances.</param>
/// <param name="Goal">What is to be reached; null where a figure only explains others.</param>
/// <param name="Ours">What this repository ships.</param>
/// <param name="Others">The same of what it is compared with, by name.</param>
internal sealed record Figure(string What, Goal? Goal, double Ours, IReadOnlyDictionary<string, double>? Others = null)
{
    public bool? Reached => Goal?.IsReachedBy(Ours);

    public static string Text(double number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);
}
