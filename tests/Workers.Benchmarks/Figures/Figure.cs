using System.Globalization;

namespace Workers.Benchmarks.Figures;

/// <summary>One row.</summary>
/// <param name="What">What is measured, and under which circumstances.</param>
/// <param name="Goal">What is to be reached; null where a figure only explains others.</param>
/// <param name="Ours">What this repository ships; null where that was not measured.</param>
/// <param name="Others">The same of what it is compared with, by name.</param>
internal sealed record Figure(string What, Goal? Goal, double? Ours = null, IReadOnlyDictionary<string, double>? Others = null)
{
    private const int Decimals = 2;

    /// <summary>A figure is as exact as it is shown.</summary>
    public bool IsMissed => Ours is { } value && Goal?.IsReachedBy(Math.Round(value, Decimals)) == false;

    public static string Text(double number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);
}
