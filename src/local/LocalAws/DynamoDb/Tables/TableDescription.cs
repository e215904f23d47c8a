using LocalAws.DynamoDb.Storage;

namespace LocalAws.DynamoDb.Tables;

/// <summary>A table as clients see it.</summary>
internal sealed class TableDescription
{
    public required string TableName { get; init; }

    public required string TableStatus { get; init; }

    public required string TableArn { get; init; }

    public required string TableId { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public required double CreationDateTime { get; init; }

    public required List<AttributeDefinition> AttributeDefinitions { get; init; }

    public required List<KeySchemaElement> KeySchema { get; init; }

    public required ProvisionedThroughput ProvisionedThroughput { get; init; }

    public BillingModeSummary? BillingModeSummary { get; init; }

    public TableClassSummary? TableClassSummary { get; init; }

    public required long ItemCount { get; init; }

    public required long TableSizeBytes { get; init; }

    public required bool DeletionProtectionEnabled { get; init; }

    /// <param name="table">The table.</param>
    /// <param name="status">Tables are active from the start; only the answer to a change shows it under way.</param>
    public static TableDescription Of(Table table, string status = "ACTIVE")
    {
        var settings = table.Settings;
        KeyAttribute?[] keys = [table.Schema.Partition, table.Schema.Sort];
        return new TableDescription
        {
            TableName = table.Name,
            TableStatus = status,
            TableArn = table.Arn,
            TableId = table.Id.ToString(),
            CreationDateTime = table.Created.ToUnixTimeMilliseconds() / 1000.0,
            AttributeDefinitions =
            [
                .. keys.OfType<KeyAttribute>().Select(key => new AttributeDefinition(key.Name, key.Type.ToString())),
            ],
            KeySchema =
            [
                .. keys.OfType<KeyAttribute>().Select((key, index) =>
                    new KeySchemaElement(key.Name, index == 0 ? "HASH" : "RANGE")),
            ],
            ProvisionedThroughput = new ProvisionedThroughput(
                settings.ReadCapacityUnits, settings.WriteCapacityUnits, NumberOfDecreasesToday: 0),
            BillingModeSummary = settings.BillingMode == TableSettings.OnDemand
                ? new BillingModeSummary(settings.BillingMode)
                : null,
            TableClassSummary = settings.TableClass is { } tableClass ? new TableClassSummary(tableClass) : null,
            ItemCount = table.Shards.Sum(shard => shard.ItemCount),
            TableSizeBytes = table.Shards.Sum(shard => shard.Bytes),
            DeletionProtectionEnabled = settings.IsDeletionProtected,
        };
    }
}
