using LocalAws.DynamoDb.Storage;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Transactions;

/// <summary>An item that a transaction touches.</summary>
internal readonly record struct Target(Table Table, ItemKey Key)
{
    public Shard Shard => Table.ShardOf(Key);
}

/// <summary>Finds the items that a transaction touches.</summary>
internal static class Targets
{
    /// <summary>
    /// The targets in the order of the actions. A missing table, an empty key or two actions on one item refuse the request;
    /// a key of the wrong shape cancels the transaction, and only the first of them is told.
    /// </summary>
    public static Target[] Locate(IReadOnlyList<IItemReference> references, Region region)
    {
        Table[] tables = [.. references.Select(reference => region.Table(reference.TableName))];
        for (var i = 0; i < tables.Length; i++)
        {
            references[i].RefuseEmptyKeys(tables[i]);
        }

        var targets = new Target[tables.Length];
        for (var i = 0; i < tables.Length; i++)
        {
            targets[i] = new Target(tables[i], Locate(references, i, tables[i]));
        }

        return targets.Distinct().Count() == targets.Length
            ? targets
            : throw DynamoDbErrors.Validation("Transaction request cannot include multiple operations on one item");
    }

    private static ItemKey Locate(IReadOnlyList<IItemReference> references, int index, Table table)
    {
        try
        {
            return references[index].Locate(table);
        }
        catch (AwsException exception) when (exception.Code == DynamoDbErrors.ValidationCode)
        {
            var reasons = Enumerable.Repeat(CancellationReason.None, references.Count).ToArray();
            reasons[index] = CancellationReason.Invalid(exception.Message);
            throw DynamoDbErrors.TransactionCanceled(reasons);
        }
    }
}
