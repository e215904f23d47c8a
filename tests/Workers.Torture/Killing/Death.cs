using Workers.Torture.Fleet;

namespace Workers.Torture.Killing;

/// <summary>How and when one fleet is to end.</summary>
/// <param name="Kind">How.</param>
/// <param name="After">How long after it is at work; a stage that it has not come to by then is given up for a random end.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Count">The how-manieth time it comes there.</param>
/// <param name="Grace">How long it may drain before SIGKILL.</param>
internal sealed record Death(DeathKind Kind, TimeSpan After, Stage? Stage = null, int Count = 0, TimeSpan Grace = default)
{
    // So often in a second does a busy fleet come to each stage, about.
    private const int PassagesPerSecond = 5;

    /// <summary>Draws one: more often at a stage than not, for these are the windows that a design gets wrong.</summary>
    /// <param name="random">Follows from the seed.</param>
    /// <param name="seconds">How long a fleet lives at most.</param>
    public static Death Draw(Random random, int seconds)
    {
        var after = TimeSpan.FromMilliseconds(random.Next(1_000, 1_000 * seconds));
        return random.Next(10) switch
        {
            < 5 => new(DeathKind.Stage, after, (Stage)random.Next(Enum.GetValues<Stage>().Length), 1 + random.Next(PassagesPerSecond * seconds)),
            < 7 => new(DeathKind.Random, after),
            < 9 => new(DeathKind.Drain, after, Grace: TimeSpan.FromMilliseconds(random.Next(0, 700))),
            _ => new(DeathKind.Stop, after),
        };
    }
}
