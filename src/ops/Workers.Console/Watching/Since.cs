namespace Workers.Console.Watching;

/// <summary>Since when something is so.</summary>
/// <param name="At">The first look that showed it.</param>
/// <param name="IsAtLeast">Whether it was so when the watch began: then it may have begun at any time before.</param>
public sealed record Since(DateTimeOffset At, bool IsAtLeast)
{
    /// <summary>Since when a condition has held without a break; null where it does not hold now.</summary>
    /// <param name="seen">Whether it held, at each look, oldest first.</param>
    public static Since? Of(IReadOnlyList<(DateTimeOffset At, bool Holds)> seen)
    {
        var first = seen.Count;
        while (first > 0 && seen[first - 1].Holds)
        {
            first--;
        }

        return first == seen.Count ? null : new(seen[first].At, IsAtLeast: first == 0);
    }
}
