using ChainColumns = Workers.Contracts.Tables.AuditChainColumns;
using Columns = Workers.Contracts.Tables.AuditColumns;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.AuditTrail;

/// <summary>Checks a trail at rest that fits into memory, for proofs and demonstrations; the command line reads page by page.</summary>
public static class WholeTrail
{
    /// <summary>What is wrong with it.</summary>
    /// <param name="rows">Every row of the <c>audit</c> table.</param>
    /// <param name="chains">Every row of the <c>audit-chain</c> table.</param>
    public static IReadOnlyList<AuditFinding> Check(IEnumerable<Row> rows, IEnumerable<Row> chains)
    {
        var rowsByKey = rows.ToDictionary(KeyOf);
        var byChain = chains.GroupBy(row => row[ChainColumns.Chain].S).Select(OfChain).ToList();
        var known = byChain.SelectMany(chain => chain.Links).Select(link => (link.Entity, link.At)).ToHashSet();
        var held = rowsByKey.Values.Where(row => !RowCheck.IsReference(row)).ToList();
        var expected = held
            .SelectMany(row => RowCheck.ReferencesOf(row).Select(entity => (Row: row, Key: (Entity: entity, At: row[Columns.At].S))))
            .ToList();
        known.UnionWith(expected.Select(reference => reference.Key));
        return
        [
            .. byChain.SelectMany(chain => Follow(chain, rowsByKey)),
            .. expected
                .Select(found => RowCheck.CheckReference(found.Row, found.Key.Entity, rowsByKey.GetValueOrDefault(found.Key)))
                .OfType<AuditFinding>(),
            .. rowsByKey.Keys.Where(key => !known.Contains(key))
                .Select(key => new AuditFinding(AuditFindingKind.UnknownRow, $"{key.Entity} {key.At}", "no chain tells of it")),
        ];
    }

    private static (string Name, ChainHead? Head, IReadOnlyList<ChainLink> Links) OfChain(IGrouping<string, Row> chain)
    {
        var head = chain.Where(IsHead).Select(ChainHead.Read).FirstOrDefault();
        return (chain.Key, head, [.. chain.Where(row => !IsHead(row)).Select(ChainLink.Read).OrderBy(link => link.Number)]);
    }

    private static IEnumerable<AuditFinding> Follow(
        (string Name, ChainHead? Head, IReadOnlyList<ChainLink> Links) chain, Dictionary<(string Entity, string At), Row> rows)
    {
        var check = new ChainCheck(chain.Name, chain.Head);
        return
        [
            .. chain.Links.SelectMany(check.Follow),
            .. chain.Links.Select(link => RowCheck.Check(link, rows.GetValueOrDefault((link.Entity, link.At)))).OfType<AuditFinding>(),
            .. check.End(chain.Head),
        ];
    }

    private static bool IsHead(Row row) => ChainHead.Number(row, ChainColumns.Number) == ChainHead.Place;

    private static (string Entity, string At) KeyOf(Row row) => (row[Columns.Entity].S, row[Columns.At].S);
}
