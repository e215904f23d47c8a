using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Workers.Effects.Decisions;
using Condition = Workers.Effects.Decisions.Condition;
using Update = Workers.Effects.Decisions.Update;

namespace Workers.Effects.Rehearsals;

/// <summary>A write in words, for an operator who asked to see it. It holds payload: it is no text for a log.</summary>
public static class WriteText
{
    private const int Longest = 60;

    /// <summary>For example <c>update inventory productId=LAMP: available -2, reserved +2, if available >=</c>.</summary>
    public static string Of(Write write)
    {
        ArgumentNullException.ThrowIfNull(write);
        return write switch
        {
            Insert insert => $"put {Of(insert.Key)}: {string.Join(", ", insert.Item.Attributes.Select(Set))}",
            Update update => $"update {Of(update.Key)}: {string.Join(", ", [.. update.Adds.Select(Add), .. update.Sets.Select(Set)])}{If(update.Conditions)}",
            Check check => $"check {Of(check.Key)}{If(check.Conditions)}",
            _ => write.ToString(),
        };
    }

    /// <summary>For example <c>inventory productId=LAMP</c>.</summary>
    public static string Of(ItemKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var sort = key.SortName is null ? "" : $" {key.SortName}={key.SortValue}";
        return $"{key.Table} {key.PartitionName}={key.PartitionValue}{sort}";
    }

    private static string Add(KeyValuePair<string, decimal> add) =>
        string.Create(CultureInfo.InvariantCulture, $"{add.Key} {(add.Value < 0 ? "" : "+")}{add.Value}");

    private static string Set(KeyValuePair<string, AttributeValue> set) => $"{set.Key}={Cut(Of(set.Value))}";

    private static string Of(AttributeValue value) => value switch
    {
        { S: { } text } => text,
        { N: { } number } => number,
        { BOOL: { } flag } => flag ? "true" : "false",
        { L: { Count: var count } } => $"[{count}]",
        { M: { Count: var count } } => $"{{{count}}}",
        _ => "…",
    };

    private static string If(IReadOnlyList<Condition> conditions) =>
        conditions.Count == 0 ? "" : $", if {string.Join(" and ", conditions.Select(condition => condition.Form))}";

    private static string Cut(string text) => text.Length <= Longest ? text : $"{text[..Longest]}…";
}
