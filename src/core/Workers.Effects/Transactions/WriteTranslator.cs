using System.Diagnostics;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Options;
using Workers.Effects.Decisions;
using Workers.Events;
using Condition = Workers.Effects.Decisions.Condition;
using Update = Workers.Effects.Decisions.Update;

namespace Workers.Effects.Transactions;

/// <summary>Writes as actions of a transaction. Each asks for the item that fails its condition.</summary>
internal sealed class WriteTranslator(IOptions<ResourceNaming> naming)
{
    public TransactWriteItem Translate(Write write) => write switch
    {
        Insert insert => new() { Put = ToPut(insert) },
        Update update => new() { Update = ToUpdate(update) },
        Check check => new() { ConditionCheck = ToConditionCheck(check) },
        _ => throw new UnreachableException(),
    };

    private Put ToPut(Insert insert)
    {
        var placeholders = new Placeholders();
        var item = insert.Key.ToAttributes();
        foreach (var (name, value) in insert.Item.Attributes.Where(attribute => attribute.Value is not null))
        {
            item.TryAdd(name, value);
        }

        return new()
        {
            TableName = naming.Value.NameOf(insert.Key.Table),
            Item = item,
            ConditionExpression = ConditionTranslator.Translate([Condition.ItemAbsent], insert.Key, placeholders),
            ExpressionAttributeNames = placeholders.Names,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
    }

    private Amazon.DynamoDBv2.Model.Update ToUpdate(Update update)
    {
        var placeholders = new Placeholders();
        return new()
        {
            TableName = naming.Value.NameOf(update.Key.Table),
            Key = update.Key.ToAttributes(),
            UpdateExpression = UpdateExpression(update, placeholders),
            ConditionExpression = ConditionTranslator.Translate(update.Conditions, update.Key, placeholders),
            ExpressionAttributeNames = placeholders.Names,
            ExpressionAttributeValues = placeholders.Values,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
    }

    private ConditionCheck ToConditionCheck(Check check)
    {
        var placeholders = new Placeholders();
        return new()
        {
            TableName = naming.Value.NameOf(check.Key.Table),
            Key = check.Key.ToAttributes(),
            ConditionExpression = ConditionTranslator.Translate(check.Conditions, check.Key, placeholders),
            ExpressionAttributeNames = placeholders.Names,
            ExpressionAttributeValues = placeholders.Values,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
    }

    private static string UpdateExpression(Update update, Placeholders placeholders)
    {
        var sets = update.Sets.Select(set => $"{placeholders.Name(set.Key)} = {placeholders.Value(set.Value)}");
        var adds = update.Adds.Select(add => $"{placeholders.Name(add.Key)} {placeholders.Value(Value.Of(add.Value))}");
        return string.Join(' ', [.. Clause("SET", sets), .. Clause("ADD", adds)]);
    }

    private static IEnumerable<string> Clause(string verb, IEnumerable<string> actions) =>
        string.Join(", ", actions) is { Length: > 0 } list ? [$"{verb} {list}"] : [];
}
