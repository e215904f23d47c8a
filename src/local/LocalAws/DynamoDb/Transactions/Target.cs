using LocalAws.DynamoDb.Storage;

namespace LocalAws.DynamoDb.Transactions;

/// <summary>An item that a transaction touches.</summary>
internal readonly record struct Target(Table Table, ItemKey Key)
{
    public Shard Shard => Table.ShardOf(Key);
}
