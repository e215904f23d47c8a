using System.Diagnostics;

namespace Workers.Benchmarks.Figures;

/// <summary>Repeats a measurement, so that the machine's moods meet all that is compared.</summary>
internal static class Rounds
{
    /// <summary>Makes one round at least, and more as long as another one fits into the budget.</summary>
    public static async Task<IReadOnlyList<T>> RunAsync<T>(int most, TimeSpan budget, Func<Task<T>> round)
    {
        var clock = Stopwatch.StartNew();
        List<T> rounds = [];
        do
        {
            rounds.Add(await round());
        }
        while (rounds.Count < most && clock.Elapsed * (rounds.Count + 1) / rounds.Count < budget);
        return rounds;
    }
}
