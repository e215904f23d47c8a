namespace Workers.Effects.Beats;

/// <summary>
/// How long things took during the last beats, by shares. Durations are kept in classes that grow by a tenth, from a millisecond on: a share
/// that is told is at most a tenth too long. Its owner locks it.
/// </summary>
internal sealed class LatencyWindow
{
    /// <summary>How many beats are remembered: at ten seconds each, a minute.</summary>
    public const int Beats = 6;

    private const double Growth = 1.1;
    private const double Least = 0.001;
    private const int Classes = 185;   // the last one is of twelve hours, SQS's limit of a lease

    private readonly int[][] _counts = [.. Enumerable.Range(0, Beats).Select(_ => new int[Classes])];
    private int _current;

    public void Record(double seconds) => _counts[_current][ClassOf(seconds)]++;

    /// <summary>The median and the slowest twentieth; null where nothing was recorded.</summary>
    public Percentiles? Read()
    {
        var sums = Enumerable.Range(0, Classes).Select(index => _counts.Sum(beat => beat[index])).ToArray();
        var total = sums.Sum();
        return total == 0 ? null : new(Share(sums, 0.5 * total), Share(sums, 0.95 * total));
    }

    /// <summary>A beat is over: the oldest is forgotten.</summary>
    public void Turn()
    {
        _current = (_current + 1) % Beats;
        Array.Clear(_counts[_current]);
    }

    private static double Share(int[] counts, double rank)
    {
        var seen = 0;
        var index = Array.FindIndex(counts, count => (seen += count) >= rank);
        return Math.Round(Least * Math.Pow(Growth, index), 4);
    }

    private static int ClassOf(double seconds) =>
        Math.Clamp((int)Math.Ceiling(Math.Log(Math.Max(seconds, Least) / Least) / Math.Log(Growth)), 0, Classes - 1);
}
