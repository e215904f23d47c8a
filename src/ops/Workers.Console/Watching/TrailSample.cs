using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Workers.AuditTrail;
using Workers.Contracts;
using Workers.Events;
using Workers.Operations;
using Workers.Operations.Fleet;
using ChainColumns = Workers.Contracts.Tables.AuditChainColumns;
using Columns = Workers.Contracts.Tables.AuditColumns;
using Row = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.Console.Watching;

/// <summary>
/// Looks at the latest events of the audit trail for those that nothing declares. The trail's chains of today name their rows, so that a
/// look is reads by key: the heads of a hundred chains, and of each chain that has grown its latest 25 links with their rows.
/// </summary>
internal sealed class TrailSample(FleetAccess fleet)
{
    private const int LinksOfAChain = 25;

    private readonly Dictionary<string, long> _counts = [];

    /// <summary>Each undeclared event once.</summary>
    public async Task<IReadOnlyList<Drift>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        var heads = await ReadAsync(
            Topology.AuditChainTable,
            Enumerable.Range(0, ChainName.MostShards).Select(shard => LinkKey(ChainName.Of(day, shard), ChainHead.Place)),
            cancellationToken);
        var links = await ReadAsync(Topology.AuditChainTable, heads.Select(ChainHead.Read).SelectMany(NewLinksOf), cancellationToken);
        var rows = await ReadAsync(Topology.AuditTable, links.Select(ChainLink.Read).Select(RowKey), cancellationToken);
        return
        [
            .. rows
                .Select(row => new EventName(row.GetValueOrDefault(Columns.Source)?.S ?? "", row.GetValueOrDefault(Columns.Type)?.S ?? ""))
                .Distinct()
                .Where(name => !IsDeclared(name))
                .Select(name => new Drift(
                    DriftKind.UndeclaredEvent, name.ToString(), Queue: null, "no rule but the audit's takes it, and no worker emits it")),
        ];
    }

    /// <summary>Whether a rule or a worker's code names an event; what operators do is told by the console and the command line.</summary>
    internal static bool IsDeclared(EventName name) =>
        name.Source == Act.Source
        || Topology.Rules.SelectMany(rule => rule.Pattern.Events).Any(known => known.Names(name))
        || Topology.Deployables.Any(deployable => deployable.Emits.Contains(name));

    private IEnumerable<Row> NewLinksOf(ChainHead head)
    {
        var first = Math.Max(_counts.GetValueOrDefault(head.Chain), head.Count - LinksOfAChain) + 1;
        _counts[head.Chain] = head.Count;
        for (var number = first; number <= head.Count; number++)
        {
            yield return LinkKey(head.Chain, number);
        }
    }

    private async Task<IReadOnlyList<Row>> ReadAsync(string table, IEnumerable<Row> keys, CancellationToken cancellationToken)
    {
        var found = new List<Row>();
        foreach (var some in keys.Chunk(Operations.Reading.TableReader.BatchSize))
        {
            found.AddRange(await fleet.Tables.FindAllAsync(table, some, cancellationToken));
        }

        return found;
    }

    private static Row LinkKey(string chain, long number) => new()
    {
        [ChainColumns.Chain] = new AttributeValue { S = chain },
        [ChainColumns.Number] = new AttributeValue { N = number.ToString(CultureInfo.InvariantCulture) },
    };

    private static Row RowKey(ChainLink link) => new()
    {
        [Columns.Entity] = new AttributeValue { S = link.Entity },
        [Columns.At] = new AttributeValue { S = link.At },
    };
}
