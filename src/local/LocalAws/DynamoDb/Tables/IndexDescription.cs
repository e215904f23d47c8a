using LocalAws.DynamoDb.Indexes;
using LocalAws.DynamoDb.Storage;

namespace LocalAws.DynamoDb.Tables;

/// <summary>An index as clients see it. Only a global one has a status and capacity of its own.</summary>
internal sealed class IndexDescription
{
    public required string IndexName { get; init; }

    public required List<KeySchemaElement> KeySchema { get; init; }

    public required ProjectionSpecification Projection { get; init; }

    public string? IndexStatus { get; init; }

    /// <summary>Whether items of the table are still being put in; only while the index is being added.</summary>
    public bool? Backfilling { get; init; }

    public ProvisionedThroughput? ProvisionedThroughput { get; init; }

    public WarmThroughput? WarmThroughput { get; init; }

    public required long IndexSizeBytes { get; init; }

    public required long ItemCount { get; init; }

    public required string IndexArn { get; init; }

    /// <param name="table">The table.</param>
    /// <param name="index">The index.</param>
    /// <param name="tableStatus">Indexes are active from the start; only the answer to a change shows it under way.</param>
    /// <param name="added">The index that the change adds to a table that is there.</param>
    public static IndexDescription Of(Table table, SecondaryIndex index, string tableStatus, SecondaryIndex? added) => new()
    {
        IndexName = index.Name,
        KeySchema = KeySchemaElement.Of(index.Schema),
        Projection = new ProjectionSpecification(
            index.Projection.Type, index.Projection.NonKeyAttributes is [] ? null : index.Projection.NonKeyAttributes),
        IndexStatus = (index.IsGlobal, tableStatus == TableDescription.Creating || index == added) switch
        {
            (false, _) => null,
            (true, true) => TableDescription.Creating,
            (true, false) => TableDescription.Active,
        },
        Backfilling = index == added ? false : null,
        ProvisionedThroughput = index.IsGlobal ? ProvisionedThroughput.Of(index.Throughput) : null,
        WarmThroughput = index.IsGlobal && tableStatus == TableDescription.Active
            ? WarmThroughput.Of(table.Settings.BillingMode, index.Throughput)
            : null,
        IndexSizeBytes = index.Parts.Sum(part => part.Bytes),
        ItemCount = index.Parts.Sum(part => part.ItemCount),
        IndexArn = $"{table.Arn}/index/{index.Name}",
    };
}
