using LocalAws.DynamoDb.Indexes;
using LocalAws.DynamoDb.Storage;

namespace LocalAws.DynamoDb.Tables;

/// <summary>A table as clients see it.</summary>
internal sealed class TableDescription
{
    public static readonly string[] Classes = ["STANDARD", "STANDARD_INFREQUENT_ACCESS"];

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

    public List<IndexDescription>? LocalSecondaryIndexes { get; init; }

    public List<IndexDescription>? GlobalSecondaryIndexes { get; init; }

    public StreamSpecification? StreamSpecification { get; init; }

    public string? LatestStreamLabel { get; init; }

    public string? LatestStreamArn { get; init; }

    public required long ItemCount { get; init; }

    public required long TableSizeBytes { get; init; }

    public required bool DeletionProtectionEnabled { get; init; }

    /// <param name="table">The table.</param>
    /// <param name="status">Tables are active from the start; only the answer to a change shows it under way.</param>
    /// <param name="indexStatus">The same of its indexes.</param>
    public static TableDescription Of(
        Table table, string status = "ACTIVE", Func<SecondaryIndex, string>? indexStatus = null)
    {
        var settings = table.Settings;
        return new TableDescription
        {
            TableName = table.Name,
            TableStatus = status,
            TableArn = table.Arn,
            TableId = table.Id.ToString(),
            CreationDateTime = table.Created.ToUnixTimeMilliseconds() / 1000.0,
            AttributeDefinitions =
            [
                .. settings.KeyAttributes.Select(key => new AttributeDefinition(key.Name, key.Type.ToString())),
            ],
            KeySchema = KeySchemaElement.Of(table.Schema),
            ProvisionedThroughput = ProvisionedThroughput.Of(settings.Throughput),
            BillingModeSummary = settings.BillingMode == TableSettings.OnDemand
                ? new BillingModeSummary(settings.BillingMode)
                : null,
            TableClassSummary = settings.TableClass is { } tableClass ? new TableClassSummary(tableClass) : null,
            LocalSecondaryIndexes = Describe(isGlobal: false),
            GlobalSecondaryIndexes = Describe(isGlobal: true),
            StreamSpecification = settings.Stream is { IsOpen: true } open ? new StreamSpecification(true, open.View) : null,
            LatestStreamLabel = settings.Stream?.Label,
            LatestStreamArn = settings.Stream?.Arn,
            ItemCount = table.Parts.Sum(part => part.ItemCount),
            TableSizeBytes = table.Parts.Sum(part => part.Bytes),
            DeletionProtectionEnabled = settings.IsDeletionProtected,
        };

        List<IndexDescription>? Describe(bool isGlobal)
        {
            var indexes = settings.Indexes.FindAll(index => index.IsGlobal == isGlobal);
            return indexes.IsEmpty
                ? null
                : [.. indexes.Select(index => IndexDescription.Of(table, index, indexStatus?.Invoke(index) ?? "ACTIVE"))];
        }
    }
}

internal sealed record BillingModeSummary(string BillingMode);

internal sealed record TableClassSummary(string TableClass);

/// <summary>The answer to CreateTable, UpdateTable and DeleteTable.</summary>
internal sealed record ChangeTableResponse(TableDescription TableDescription);
