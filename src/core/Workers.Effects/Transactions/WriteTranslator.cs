using System.Diagnostics;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Options;
using Workers.Effects.Decisions;
using Workers.Events;
using Condition = Workers.Effects.Decisions.Condition;
using Update = Workers.Effects.Decisions.Update;

namespace Workers.Effects.Transactions;

/// <summary>
/// Writes as actions of a transaction, in DynamoDB's expression language. Each asks for the item that fails its condition.
/// </summary>
internal sealed class WriteTranslator(IOptions<ResourceNaming> naming)
{
    private static readonly ReturnValuesOnConditionCheckFailure ExistingItem = ReturnValuesOnConditionCheckFailure.ALL_OLD;

    public TransactWriteItem Translate(Write write) => write switch
    {
        Insert insert => new() { Put = ToPut(insert, new()) },
        Update update => new() { Update = ToUpdate(update, new()) },
        Check check => new() { ConditionCheck = ToConditionCheck(check, new()) },
        _ => throw new UnreachableException(),
    };

    private Put ToPut(Insert insert, Placeholders placeholders)
    {
        var item = insert.Key.ToAttributes();
        foreach (var (name, value) in insert.Item.Attributes.Where(attribute => attribute.Value is not null))
        {
            item.TryAdd(name, value);
        }

        return new()
        {
            TableName = naming.Value.NameOf(insert.Key.Table),
            Item = item,
            ConditionExpression = ToExpression([Condition.ItemAbsent], insert.Key, placeholders),
            ExpressionAttributeNames = placeholders.Names,
            ReturnValuesOnConditionCheckFailure = ExistingItem,
        };
    }

    private Amazon.DynamoDBv2.Model.Update ToUpdate(Update update, Placeholders placeholders) => new()
    {
        TableName = naming.Value.NameOf(update.Key.Table),
        Key = update.Key.ToAttributes(),
        UpdateExpression = ToExpression(update, placeholders),
        ConditionExpression = ToExpression(update.Conditions, update.Key, placeholders),
        ExpressionAttributeNames = placeholders.Names,
        ExpressionAttributeValues = placeholders.Values,
        ReturnValuesOnConditionCheckFailure = ExistingItem,
    };

    private ConditionCheck ToConditionCheck(Check check, Placeholders placeholders) => new()
    {
        TableName = naming.Value.NameOf(check.Key.Table),
        Key = check.Key.ToAttributes(),
        ConditionExpression = ToExpression(check.Conditions, check.Key, placeholders),
        ExpressionAttributeNames = placeholders.Names,
        ExpressionAttributeValues = placeholders.Values,
        ReturnValuesOnConditionCheckFailure = ExistingItem,
    };

    private static string ToExpression(Update update, Placeholders placeholders)
    {
        var sets = update.Sets.Select(set => $"{placeholders.Name(set.Key)} = {placeholders.Value(set.Value)}");
        var adds = update.Adds.Select(add => $"{placeholders.Name(add.Key)} {placeholders.Value(Value.Of(add.Value))}");
        return string.Join(' ', [.. Clause("SET", sets), .. Clause("ADD", adds)]);
    }

    private static IEnumerable<string> Clause(string verb, IEnumerable<string> actions) =>
        string.Join(", ", actions) is { Length: > 0 } list ? [$"{verb} {list}"] : [];

    /// <summary>All conditions at once; null where there is none.</summary>
    private static string? ToExpression(IReadOnlyList<Condition> conditions, ItemKey key, Placeholders placeholders) =>
        conditions.Count == 0
            ? null
            : string.Join(" AND ", conditions.Select(condition => ToExpression(condition, key, placeholders)));

    private static string ToExpression(Condition condition, ItemKey key, Placeholders placeholders) => condition switch
    {
        Condition.NoItem => $"attribute_not_exists({placeholders.Name(key.PartitionName)})",
        Condition.AnyItem => $"attribute_exists({placeholders.Name(key.PartitionName)})",
        Condition.Same { Value: null } absent => $"attribute_not_exists({placeholders.Name(absent.Name)})",
        Condition.Same same => $"{placeholders.Name(same.Name)} = {placeholders.Value(same.Value)}",
        Condition.Interval interval => ToExpression(interval, placeholders.Name(interval.Name), placeholders),
        _ => throw new UnreachableException(),
    };

    private static string ToExpression(Condition.Interval interval, string name, Placeholders placeholders) => interval switch
    {
        { Low: { } low, High: { } high } =>
            $"{name} BETWEEN {placeholders.Value(Value.Of(low))} AND {placeholders.Value(Value.Of(high))}",
        { Low: { } low } => $"{name} >= {placeholders.Value(Value.Of(low))}",
        { High: { } high } => $"{name} <= {placeholders.Value(Value.Of(high))}",
        _ => $"attribute_exists({name})",
    };

    /// <summary>
    /// The names and values of one action's expressions. No attribute name is ever written bare: several hundred of them
    /// are reserved, <c>state</c> and <c>owner</c> among them.
    /// </summary>
    private sealed class Placeholders
    {
        public Dictionary<string, string> Names { get; } = [];

        /// <summary>Null where there is none, for DynamoDB refuses an empty map.</summary>
        public Dictionary<string, AttributeValue>? Values { get; private set; }

        public string Name(string attribute)
        {
            var placeholder = Names.FirstOrDefault(name => name.Value == attribute).Key ?? $"#n{Names.Count}";
            Names[placeholder] = attribute;
            return placeholder;
        }

        public string Value(AttributeValue value)
        {
            Values ??= [];
            var placeholder = $":v{Values.Count}";
            Values.Add(placeholder, value);
            return placeholder;
        }
    }
}
