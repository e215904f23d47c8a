namespace Workers.Cli.Loading;

/// <summary>How long something took, in milliseconds.</summary>
internal sealed record Latency(double P50, double P90, double P99, double Max)
{
    /// <summary>Null where nothing was measured.</summary>
    public static Latency? Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Select(span => span.TotalMilliseconds).Order().ToList();
        return sorted.Count == 0 ? null : new(At(sorted, 0.50), At(sorted, 0.90), At(sorted, 0.99), sorted[^1]);
    }

    private static double At(List<double> sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
}
