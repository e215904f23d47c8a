using LocalAws.DynamoDb.Indexes;
using LocalAws.DynamoDb.Storage;

namespace LocalAws.DynamoDb.Tables;

/// <summary>A table as clients see it.</summary>
internal sealed class TableDescription
{
    public const string Active = "ACTIVE";
    public const string Creating = "CREATING";
    public const string Updating = "UPDATING";

    public static readonly string[] Classes = ["STANDARD", "STANDARD_INFREQUENT_ACCESS"];

    public required string TableName { get; init; }

    public required string TableStatus { get; init; }

    public required string TableArn { get; init; }

    public required string TableId { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public double? CreationDateTime { get; init; }

    public List<AttributeDefinition>? AttributeDefinitions { get; init; }

    public List<KeySchemaElement>? KeySchema { get; init; }

    public required ProvisionedThroughput ProvisionedThroughput { get; init; }

    public BillingModeSummary? BillingModeSummary { get; init; }

    public WarmThroughput? WarmThroughput { get; init; }

    public TableClassSummary? TableClassSummary { get; init; }

    public List<IndexDescription>? LocalSecondaryIndexes { get; init; }

    public List<IndexDescription>? GlobalSecondaryIndexes { get; init; }

    public StreamSpecification? StreamSpecification { get; init; }

    public string? LatestStreamLabel { get; init; }

    public string? LatestStreamArn { get; init; }

    public required long ItemCount { get; init; }

    public required long TableSizeBytes { get; init; }

    public required bool DeletionProtectionEnabled { get; init; }

    /// <summary>A table that is there, or being changed.</summary>
    /// <param name="table">The table.</param>
    /// <param name="status">Tables are active from the start; only the answer to a change shows it under way.</param>
    /// <param name="added">The index that the change adds to a table that is there.</param>
    public static TableDescription Of(Table table, string status = Active, SecondaryIndex? added = null)
    {
        var settings = table.Settings;
        return new TableDescription
        {
            TableName = table.Name,
            TableStatus = status,
            TableArn = table.Arn,
            TableId = table.Id.ToString(),
            CreationDateTime = Seconds(table.Created),
            AttributeDefinitions =
            [
                .. settings.KeyAttributes.Select(key => new AttributeDefinition(key.Name, key.Type.ToString())),
            ],
            KeySchema = KeySchemaElement.Of(table.Schema),
            ProvisionedThroughput = ProvisionedThroughput.Of(settings.Throughput),
            BillingModeSummary = Billing(settings, isShownSince: status != Creating),
            WarmThroughput = status == Active ? WarmThroughput.Of(settings.BillingMode, settings.Throughput) : null,
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
            return indexes.IsEmpty ? null : [.. indexes.Select(index => IndexDescription.Of(table, index, status, added))];
        }
    }

    /// <summary>A table that is being deleted, of which less is told.</summary>
    public static TableDescription OfDeleted(Table table) => new()
    {
        TableName = table.Name,
        TableStatus = "DELETING",
        TableArn = table.Arn,
        TableId = table.Id.ToString(),
        ProvisionedThroughput = ProvisionedThroughput.Of(table.Settings.Throughput),
        BillingModeSummary = Billing(table.Settings, isShownSince: true),
        ItemCount = table.Parts.Sum(part => part.ItemCount),
        TableSizeBytes = table.Parts.Sum(part => part.Bytes),
        DeletionProtectionEnabled = table.Settings.IsDeletionProtected,
    };

    private static BillingModeSummary? Billing(TableSettings settings, bool isShownSince) =>
        settings.BillingMode == TableSettings.OnDemand || settings.OnDemandSince is not null
            ? new BillingModeSummary(
                settings.BillingMode, isShownSince && settings.OnDemandSince is { } since ? Seconds(since) : null)
            : null;

    private static double Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000.0;
}

/// <summary>How a table is paid for, and since when per request, in seconds since 1970.</summary>
internal sealed record BillingModeSummary(string BillingMode, double? LastUpdateToPayPerRequestDateTime);

internal sealed record TableClassSummary(string TableClass);

/// <summary>The answer to CreateTable, UpdateTable and DeleteTable.</summary>
internal sealed record ChangeTableResponse(TableDescription TableDescription);
