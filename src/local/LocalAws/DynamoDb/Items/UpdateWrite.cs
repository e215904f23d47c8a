using LocalAws.DynamoDb.Expressions;
using LocalAws.DynamoDb.Expressions.Updates;
using LocalAws.DynamoDb.Indexes;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Items;

/// <summary>Changes an item, or makes it. Without an update it only makes sure that the item is there.</summary>
internal sealed record UpdateWrite(string TableName, AttributeMap Key, Update? Update, Guard Guard) : IWrite
{
    public void RefuseEmptyKeys(Table table)
    {
        table.Schema.RefuseEmpty(Key);
        foreach (var attribute in table.Indexes.SelectMany(index => index.Schema.Attributes))
        {
            IndexKeys.RefuseEmptyUpdate(Update?.KnownValue(attribute.Name));
        }
    }

    public ItemKey Locate(Table table)
    {
        var key = table.Schema.Parse(Key);
        if (Update is not null)
        {
            RefuseKeyChanges(Update, table.Schema);
            RefuseKnownTypes(Update, table.Indexes);
            KeyPaths.RefuseNested(table, Update.NestedHeads);
        }

        KeyPaths.RefuseNested(table, Guard.Condition?.NestedHeads);
        return key;
    }

    public WriteOutcome Apply(AttributeMap? before, Table table)
    {
        if (!Guard.Allows(before))
        {
            return Guard.Refuse(before);
        }

        var after = Update is null ? before ?? Key : Update.Apply(before, Key);
        if (after?.Size > ItemSize.Limit)
        {
            throw DynamoDbErrors.Validation("Item size to update has exceeded the maximum allowed size");
        }

        if (after is not null && Update is not null)
        {
            if (Update.NestedHeads.Any())
            {
                Nesting.RefuseTooDeep(after);
            }

            IndexKeys.RefuseUpdated(table.Indexes, after, Update.Paths.Names.ContainsKey);
        }

        return new WriteOutcome(before, after);
    }

    private static void RefuseKeyChanges(Update update, KeySchema schema)
    {
        foreach (var name in update.Paths.Names.Keys)
        {
            if (schema.Contains(name))
            {
                throw DynamoDbErrors.InvalidValue($"Cannot update attribute {name}. This attribute is part of the key");
            }
        }
    }

    private static void RefuseKnownTypes(Update update, IReadOnlyList<SecondaryIndex> indexes)
    {
        foreach (var index in indexes)
        {
            foreach (var attribute in index.Schema.Attributes)
            {
                if (update.KnownType(attribute.Name) is { } type && type != attribute.Type)
                {
                    throw IndexKeys.TypeMismatch(index, attribute, type);
                }
            }
        }
    }
}
