using Workers.Effects.Decisions;

namespace Workers.Effects.Grouping;

/// <summary>
/// Two writes of one item as one action, which does what both do one after the other: DynamoDB refuses a transaction with two
/// actions on one item.
/// </summary>
internal static class WriteMerge
{
    /// <summary>Null when they do not commute, or when no item could meet the conditions of both.</summary>
    public static Write? TryMerge(Write earlier, Write later) => (earlier, later) switch
    {
        (Update first, Update second) => TryMerge(first, second),
        (Check first, Check second) => TryMerge(first, second),
        _ => null,
    };

    private static Check? TryMerge(Check first, Check second) =>
        ConditionMerge.TryMerge(first.Conditions, second.Conditions) is { } conditions
            ? first with { Conditions = conditions }
            : null;

    private static Update? TryMerge(Update first, Update second)
    {
        if (!SetsAgree(first, second) || SetsMeetAdds(first, second) || SetsMeetAdds(second, first))
        {
            return null;
        }

        var before = second.Conditions.Select(condition => ConditionMerge.BeforeUpdate(condition, first)).ToList();
        if (before.Contains(null))
        {
            return null;
        }

        return ConditionMerge.TryMerge(first.Conditions, before!) is { } conditions
            ? first with { Adds = Sum(first.Adds, second.Adds), Sets = Union(first.Sets, second.Sets), Conditions = conditions }
            : null;
    }

    private static bool SetsAgree(Update first, Update second) =>
        second.Sets.All(set => !first.Sets.TryGetValue(set.Key, out var value) || Value.AreEqual(value, set.Value));

    // SET and ADD of one attribute are an overlap, which DynamoDB refuses, and their order matters.
    private static bool SetsMeetAdds(Update one, Update other) => one.Sets.Keys.Any(other.Adds.ContainsKey);

    private static Dictionary<string, decimal> Sum(
        IReadOnlyDictionary<string, decimal> first, IReadOnlyDictionary<string, decimal> second) =>
        first.Concat(second).GroupBy(add => add.Key).ToDictionary(adds => adds.Key, adds => adds.Sum(add => add.Value));

    private static Dictionary<string, TValue> Union<TValue>(
        IReadOnlyDictionary<string, TValue> first, IReadOnlyDictionary<string, TValue> second) =>
        first.Concat(second).DistinctBy(set => set.Key).ToDictionary();
}
