using System.Globalization;
using Workers.Benchmarks.Consumers;

namespace Workers.Benchmarks.Figures;

/// <summary>One measured row.</summary>
/// <param name="What">What was measured, and under which circumstances.</param>
/// <param name="Goal">What is to be reached; null where a figure only explains others.</param>
/// <param name="Ours">What this repository ships.</param>
/// <param name="Others">The same of what it is compared with, by name.</param>
internal sealed record Figure(string What, Goal? Goal, double Ours, IReadOnlyDictionary<string, double>? Others = null)
{
    /// <summary>A row of one value for each of what is compared, ours the first.</summary>
    public static Figure Of(string what, Goal? goal, IReadOnlyList<double> values) => new(
        what, goal, values[0], ConsumersUnderTest.All.Zip(values).Skip(1).ToDictionary(pair => pair.First.Name, pair => pair.Second));

    /// <summary>The same of several rounds, each with a measurement of each of what is compared: the median of what is made of it.</summary>
    /// <param name="what">What was measured.</param>
    /// <param name="goal">What is to be reached.</param>
    /// <param name="rounds">The measurements.</param>
    /// <param name="value">Makes a value of a measurement and that of the bare loops in the same round.</param>
    public static Figure OfRounds<T>(string what, Goal? goal, IReadOnlyList<T[]> rounds, Func<T, T, double> value)
    {
        var bare = ConsumersUnderTest.All.ToList().IndexOf(ConsumersUnderTest.BareLoops);
        return Of(
            what,
            goal,
            [.. ConsumersUnderTest.All.Select((_, own) => Statistics.Median(rounds.Select(round => value(round[own], round[bare]))))]);
    }

    public bool? Reached => Goal?.IsReachedBy(Ours);

    public static string Text(double number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);
}
