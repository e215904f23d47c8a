using Workers.AuditTrail;
using Columns = Workers.Contracts.Tables.AuditColumns;
using Row = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.Torture.Checks;

/// <summary>The audit trail holds everything that was on the bus, once, and its chains are intact.</summary>
internal static class AuditChecks
{
    public static IEnumerable<Check> Of(Findings findings)
    {
        var recorded = findings.Audit.Where(row => !RowCheck.IsReference(row))
            .CountBy(row => (row[Columns.EventId].S, FingerprintOf(row)))
            .ToDictionary();
        yield return new(
            "every event that was on the bus is on record exactly once, as it was said",
            [.. findings.Archive.Facts.Where(fact => recorded.GetValueOrDefault(fact) != 1)
                    .Select(fact => $"{fact}: {recorded.GetValueOrDefault(fact)}"),
                .. recorded.Keys.Except(findings.Archive.Facts).Select(fact => $"{fact} was never on the bus")],
            $"{recorded.Count} events of {findings.Archive.Entries} entries, {findings.Audit.Count - recorded.Count} references");
        yield return new(
            "the chains of the audit trail are intact, and know every row",
            [.. WholeTrail.Check(findings.Audit, findings.AuditChains).Select(finding => $"{finding}")],
            $"{findings.AuditChains.Count} links and heads");
    }

    // Of what the row holds, not what it says of that.
    private static string FingerprintOf(Row row) =>
        AuditFingerprint.Of(new(row[Columns.Source].S, row[Columns.Type].S), AuditDetail.Read(row) ?? "");
}
