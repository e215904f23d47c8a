using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Workers.Effects.Decisions;
using Condition = Workers.Effects.Decisions.Condition;
using Update = Workers.Effects.Decisions.Update;

namespace Workers.Effects.Grouping;

/// <summary>
/// Two writes of one item as one action, which does what both do one after the other: DynamoDB refuses a transaction with two
/// actions on one item.
/// </summary>
internal static class WriteMerge
{
    /// <summary>Null when no one action does what both do, or when no item could meet the conditions of both.</summary>
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
        var before = new List<Condition>();
        if (!second.Conditions.All(condition => ConditionMerge.TryMoveBefore(first, condition, before))
            || ConditionMerge.TryMerge(first.Conditions, before) is not { } conditions)
        {
            return null;
        }

        var adds = new Dictionary<string, decimal>(first.Adds);
        var sets = new Dictionary<string, AttributeValue>(first.Sets);
        foreach (var (name, value) in second.Sets)
        {
            adds.Remove(name);   // what is replaced afterwards need not be added to
            sets[name] = value;
        }

        foreach (var (name, added) in second.Adds)
        {
            if (!sets.TryGetValue(name, out var set))
            {
                adds[name] = adds.GetValueOrDefault(name) + added;
            }
            else if (set.N is { } number)
            {
                sets[name] = Value.Of(decimal.Parse(number, CultureInfo.InvariantCulture) + added);
            }
            else
            {
                return null;   // DynamoDB adds to numbers alone
            }
        }

        return first with { Adds = adds, Sets = sets, Conditions = conditions };
    }
}
