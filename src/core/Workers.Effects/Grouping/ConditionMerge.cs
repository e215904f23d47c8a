using Workers.Effects.Decisions;

namespace Workers.Effects.Grouping;

/// <summary>The conditions of several messages as conditions of the one item that is committed.</summary>
internal static class ConditionMerge
{
    /// <summary>
    /// What must hold before an update for the condition to hold after it: an interval is shifted by what the update adds. Null
    /// where the forms of conditions cannot say so.
    /// </summary>
    public static Condition? BeforeUpdate(Condition condition, Update update) => condition switch
    {
        Condition.NoItem => null,   // an update leaves an item
        Condition.Interval interval when update.Sets.ContainsKey(interval.Name) => null,
        Condition.Interval interval when update.Adds.TryGetValue(interval.Name, out var added) =>
            new Condition.Interval(interval.Name, interval.Low - added, interval.High - added),
        Condition.Same same when update.Sets.ContainsKey(same.Name) || update.Adds.ContainsKey(same.Name) => null,
        _ => condition,
    };

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
