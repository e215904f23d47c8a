using Workers.Operations;
using Workers.Operations.DeadLetters;
using Workers.Operations.Rehearsals;

namespace Workers.Console.DeadLetters;

/// <summary>What today's code would make of a group of dead letters.</summary>
/// <param name="At">When it was rehearsed.</param>
/// <param name="IsWhole">Whether the whole queue was looked at.</param>
public sealed record RehearsedGroup(DateTimeOffset At, bool IsWhole)
{
    private const int Most = 50;

    /// <summary>Each letter, and the order that it is about.</summary>
    internal IReadOnlyList<(RehearsedLetter Letter, string? OrderId)> Letters { get; init; } = [];

    /// <summary>How many would come back.</summary>
    public int StillFailing => Letters.Count(letter => letter.Letter.Verdict is Verdict.StillFails);

    /// <summary>How many have an effect elsewhere, which nobody rehearses.</summary>
    public int NotRehearsed => Letters.Count(letter => letter.Letter.Verdict is Verdict.NotRehearsed);

    /// <summary>Rehearses a group. Its letters are hidden from others for a second or two while they are looked for.</summary>
    internal static async Task<RehearsedGroup> OfAsync(
        FleetAccess fleet, IConfiguration configuration, string queue, string group, CancellationToken cancellationToken)
    {
        var (letters, isWhole) = await new DeadLetterRehearsal(fleet, configuration).RunAsync(
            queue, new LetterFilter { Group = group }, Most, cancellationToken);
        return new(fleet.Time.GetUtcNow(), isWhole)
        {
            Letters = [.. letters.Select(letter => (RehearsedLetter.Of(letter), letter.Letter.OrderId))],
        };
    }
}
