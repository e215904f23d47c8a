using System.Globalization;
using System.Text;
using Workers.AuditTrail;
using Workers.Contracts;
using ChainColumns = Workers.Contracts.Tables.AuditChainColumns;
using Columns = Workers.Contracts.Tables.AuditColumns;
using Row = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.Operations.Reading;

/// <summary>Reads what the audit worker recorded, and its chains.</summary>
internal sealed class AuditTables(TableReader tables)
{
    /// <summary>About how many links and rows there are.</summary>
    public async Task<long> CountAsync(CancellationToken cancellationToken) =>
        await tables.CountAsync(Topology.AuditChainTable, cancellationToken)
        + await tables.CountAsync(Topology.AuditTable, cancellationToken);

    /// <summary>The names of all chains; of a day, all that it can have.</summary>
    public IAsyncEnumerable<string> ChainsAsync(DateOnly? day, CancellationToken cancellationToken) => day is { } one
        ? Enumerable.Range(0, ChainName.MostShards).Select(shard => ChainName.Of(one, shard)).ToAsyncEnumerable()
        : tables.ScanAsync(
                Topology.AuditChainTable,
                scan =>
                {
                    scan.ProjectionExpression = "#chain";
                    scan.ExpressionAttributeNames = new() { ["#chain"] = ChainColumns.Chain };
                },
                cancellationToken)
            .Select(row => row[ChainColumns.Chain].S)
            .Distinct();

    /// <summary>A chain: its head, where there is one, and then its links.</summary>
    public IAsyncEnumerable<Row> ChainAsync(string chain, CancellationToken cancellationToken) =>
        tables.StreamAsync(Topology.AuditChainTable, ChainColumns.Chain, chain, cancellationToken);

    /// <summary>The head of a chain as it is now; null where there is none.</summary>
    public async Task<ChainHead?> HeadAsync(string chain, CancellationToken cancellationToken) =>
        await tables.FindAsync(Topology.AuditChainTable, ChainKey(chain, ChainHead.Place), cancellationToken) is { } row
            ? ChainHead.Read(row)
            : null;

    /// <summary>The heads of at most a hundred chains, of those that there are.</summary>
    public async Task<IReadOnlyList<ChainHead>> HeadsAsync(IEnumerable<string> chains, CancellationToken cancellationToken)
    {
        Row[] wanted = [.. chains.Select(chain => ChainKey(chain, ChainHead.Place))];
        return [.. (await tables.FindAllAsync(Topology.AuditChainTable, wanted, cancellationToken)).Select(ChainHead.Read)];
    }

    /// <summary>Every row of the record; of a day, those that were recorded on it, and those that do not say when.</summary>
    public IAsyncEnumerable<Row> RowsAsync(DateOnly? day, CancellationToken cancellationToken) => tables.ScanAsync(
        Topology.AuditTable,
        scan =>
        {
            if (day is { } one)
            {
                scan.FilterExpression = "attribute_not_exists(#chain) OR begins_with(#chain, :day)";
                scan.ExpressionAttributeNames = new() { ["#chain"] = Columns.Chain };
                scan.ExpressionAttributeValues = new() { [":day"] = new() { S = ChainName.PrefixOf(one) } };
            }
        },
        cancellationToken);

    /// <summary>Those of some rows that are there, by their keys.</summary>
    public async Task<IReadOnlyDictionary<(string Entity, string At), Row>> FindAsync(
        IEnumerable<(string Entity, string At)> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(string Entity, string At), Row>();
        foreach (var batch in keys.Where(key => IsKey(key.Entity, 2048) && IsKey(key.At, 1024)).Distinct().Chunk(TableReader.BatchSize))
        {
            foreach (var row in await tables.FindAllAsync(Topology.AuditTable, [.. batch.Select(RowKey)], cancellationToken))
            {
                found[KeyOf(row)] = row;
            }
        }

        return found;
    }

    /// <summary>Those of at most a hundred links that are there, by their numbers.</summary>
    public async Task<IReadOnlyDictionary<(string Chain, long Number), ChainLink>> FindLinksAsync(
        IEnumerable<(string Chain, long Number)> keys, CancellationToken cancellationToken)
    {
        Row[] wanted =
        [
            .. keys.Where(key => IsKey(key.Chain, 2048) && key.Number > ChainHead.Place)
                .Distinct()
                .Select(key => ChainKey(key.Chain, key.Number)),
        ];
        var rows = await tables.FindAllAsync(Topology.AuditChainTable, wanted, cancellationToken);
        return rows.Select(ChainLink.Read).ToDictionary(link => (link.Chain, link.Number));
    }

    public static (string Entity, string At) KeyOf(Row row) => (row[Columns.Entity].S, row[Columns.At].S);

    // What somebody wrote into a row need be no key that DynamoDB takes: nothing is there under it.
    private static bool IsKey(string text, int limit) => Encoding.UTF8.GetByteCount(text) is var bytes && bytes > 0 && bytes <= limit;

    private static Row RowKey((string Entity, string At) key) =>
        new() { [Columns.Entity] = new() { S = key.Entity }, [Columns.At] = new() { S = key.At } };

    private static Row ChainKey(string chain, long number) => new()
    {
        [ChainColumns.Chain] = new() { S = chain },
        [ChainColumns.Number] = new() { N = number.ToString(CultureInfo.InvariantCulture) },
    };
}
