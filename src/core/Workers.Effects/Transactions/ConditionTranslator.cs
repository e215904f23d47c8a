using System.Diagnostics;
using Workers.Effects.Decisions;

namespace Workers.Effects.Transactions;

/// <summary>Conditions in DynamoDB's expression language.</summary>
internal static class ConditionTranslator
{
    /// <summary>All conditions at once; null where there is none.</summary>
    public static string? Translate(IReadOnlyList<Condition> conditions, ItemKey key, Placeholders placeholders) =>
        conditions.Count == 0
            ? null
            : string.Join(" AND ", conditions.Select(condition => Translate(condition, key, placeholders)));

    private static string Translate(Condition condition, ItemKey key, Placeholders placeholders) => condition switch
    {
        Condition.NoItem => $"attribute_not_exists({placeholders.Name(key.PartitionName)})",
        Condition.AnyItem => $"attribute_exists({placeholders.Name(key.PartitionName)})",
        Condition.Same { Value: null } absent => $"attribute_not_exists({placeholders.Name(absent.Name)})",
        Condition.Same same => $"{placeholders.Name(same.Name)} = {placeholders.Value(same.Value)}",
        Condition.Interval interval => Translate(interval, placeholders),
        _ => throw new UnreachableException(),
    };

    private static string Translate(Condition.Interval interval, Placeholders placeholders)
    {
        var name = placeholders.Name(interval.Name);
        return interval switch
        {
            { Low: { } low, High: { } high } =>
                $"{name} BETWEEN {placeholders.Value(Value.Of(low))} AND {placeholders.Value(Value.Of(high))}",
            { Low: { } low } => $"{name} >= {placeholders.Value(Value.Of(low))}",
            { High: { } high } => $"{name} <= {placeholders.Value(Value.Of(high))}",
            _ => $"attribute_exists({name})",
        };
    }
}
