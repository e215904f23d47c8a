using Workers.AuditTrail;
using Workers.Contracts;
using Workers.Events;
using Workers.Operations;
using Workers.Operations.Fleet;
using Workers.Operations.Reading;
using Columns = Workers.Contracts.Tables.AuditColumns;

namespace Workers.Console.Watching;

/// <summary>
/// Looks at the latest events of the audit trail for those that nothing declares. The trail's chains of today name their rows, so that a
/// look is reads by key: the heads of a hundred chains, and of each chain that has grown its latest 25 links with their rows.
/// </summary>
internal sealed class TrailSample(FleetAccess fleet)
{
    private const int LinksOfAChain = 25;

    private readonly AuditTables _trail = new(fleet.Tables);
    private readonly Dictionary<string, long> _counts = [];

    /// <summary>Each undeclared event once.</summary>
    public async Task<IReadOnlyList<Drift>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        var chains = Enumerable.Range(0, ChainName.MostShards).Select(shard => ChainName.Of(day, shard));
        var heads = await _trail.HeadsAsync(chains, cancellationToken);
        var links = new List<ChainLink>();
        foreach (var some in heads.SelectMany(NewLinksOf).Chunk(TableReader.BatchSize))
        {
            links.AddRange((await _trail.FindLinksAsync(some, cancellationToken)).Values);
        }

        var rows = await _trail.FindAsync(links.Select(link => (link.Entity, link.At)), cancellationToken);
        return
        [
            .. rows.Values
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

    private IEnumerable<(string Chain, long Number)> NewLinksOf(ChainHead head)
    {
        var first = Math.Max(_counts.GetValueOrDefault(head.Chain), head.Count - LinksOfAChain) + 1;
        _counts[head.Chain] = head.Count;
        for (var number = first; number <= head.Count; number++)
        {
            yield return (head.Chain, number);
        }
    }
}
