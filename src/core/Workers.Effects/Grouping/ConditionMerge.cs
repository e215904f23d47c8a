using Workers.Effects.Decisions;

namespace Workers.Effects.Grouping;

/// <summary>The conditions of several messages as conditions of the one item that is committed.</summary>
internal static class ConditionMerge
{
    /// <summary>
    /// Says what must hold before an update for the condition to hold after it: nothing where it is about what the update sets, and an
    /// interval shifted by what the update adds.
    /// </summary>
    /// <param name="update">The update that comes first.</param>
    /// <param name="condition">What must hold after it.</param>
    /// <param name="before">Is given what must hold before it, if anything.</param>
    /// <returns>False where the condition cannot hold after the update, or the forms of conditions cannot say when.</returns>
    public static bool TryMoveBefore(Update update, Condition condition, List<Condition> before)
    {
        switch (condition)
        {
            case Condition.NoItem:
                return false;   // an update leaves an item
            case Condition.AnyItem:
                return true;
            case Condition.Interval { Name: var name } when update.Sets.ContainsKey(name):
            case Condition.Same { Name: var known } when update.Sets.ContainsKey(known):
                return condition.HoldsFor(new Item(update.Sets));
            case Condition.Interval interval when update.Adds.TryGetValue(interval.Name, out var added):
                before.Add(new Condition.Interval(interval.Name, interval.Low - added, interval.High - added));
                return true;
            case Condition.Same same when update.Adds.ContainsKey(same.Name):
                return false;
            default:
                before.Add(condition);
                return true;
        }
    }

    /// <summary>Both lists as one; null where no item could meet it.</summary>
    public static IReadOnlyList<Condition>? TryMerge(IReadOnlyList<Condition> first, IReadOnlyList<Condition> second)
    {
        List<Condition> merged = [.. first];
        return second.All(condition => TryAdd(merged, condition)) ? merged : null;
    }

    private static bool TryAdd(List<Condition> merged, Condition condition)
    {
        if (merged.Count > 0 && merged.Contains(Condition.ItemAbsent) != (condition is Condition.NoItem))
        {
            return false;
        }

        if (condition is Condition.Interval interval
            && merged.FindIndex(other => other is Condition.Interval same && same.Name == interval.Name) is var index and >= 0)
        {
            var both = Intersect((Condition.Interval)merged[index], interval);
            merged[index] = both;
            return !(both.Low > both.High);
        }

        if (condition is Condition.Same value
            && merged.OfType<Condition.Same>().FirstOrDefault(other => other.Name == value.Name) is { } known)
        {
            return Value.AreEqual(known.Value, value.Value);
        }

        if (!merged.Contains(condition))
        {
            merged.Add(condition);
        }

        return true;
    }

    private static Condition.Interval Intersect(Condition.Interval one, Condition.Interval other) => new(
        one.Name,
        one.Low > other.Low ? one.Low : other.Low ?? one.Low,
        one.High < other.High ? one.High : other.High ?? one.High);
}
