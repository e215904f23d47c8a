using Amazon.DynamoDBv2.Model;
using Columns = Workers.Contracts.Tables.AuditColumns;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.AuditTrail;

/// <summary>Holds rows against what a chain says of them.</summary>
public static class RowCheck
{
    /// <summary>Whether a row is a reference to the one that holds the event.</summary>
    public static bool IsReference(Row row) => row.ContainsKey(Columns.HeldBy);

    /// <summary>The entities that have a reference to a row.</summary>
    public static IReadOnlyList<string> ReferencesOf(Row row) =>
        [.. (row.GetValueOrDefault(Columns.References)?.L ?? []).Select(entity => entity.S).Where(entity => !string.IsNullOrEmpty(entity))];

    /// <summary>What is wrong with the row of a link; null for nothing.</summary>
    /// <param name="link">The link.</param>
    /// <param name="row">The row; null where there is none.</param>
    /// <param name="hasExpired">Whether the chain's time is over, so that the row may be gone.</param>
    public static AuditFinding? Check(ChainLink link, Row? row, bool hasExpired = false)
    {
        ArgumentNullException.ThrowIfNull(link);

        var where = $"{link.Entity} {link.At}";
        var linkedBy = $"link {link.Chain}/{link.Number}";
        return row is null && hasExpired ? null
            : row is null ? new(AuditFindingKind.RemovedRow, where, $"{linkedBy} tells of it, and it is gone")
            : AuditHash.Of(row) != link.RowHash ? new(AuditFindingKind.AlteredRow, where, $"it is not what {linkedBy} tells of")
            : null;
    }

    /// <summary>What is wrong with a reference; null for nothing.</summary>
    /// <param name="row">The row that holds the event.</param>
    /// <param name="entity">The reference's entity.</param>
    /// <param name="reference">The reference; null where there is none.</param>
    /// <param name="hasExpired">Whether the chain's time is over, so that the reference may be gone.</param>
    public static AuditFinding? CheckReference(Row row, string entity, Row? reference, bool hasExpired = false)
    {
        ArgumentNullException.ThrowIfNull(row);

        var where = $"{entity} {row[Columns.At].S}";
        if (reference is null)
        {
            return hasExpired ? null : new(AuditFindingKind.RemovedReference, where, $"{row[Columns.Entity].S} has the event, and the reference is gone");
        }

        return AuditHash.Of(reference) == AuditHash.Of(Expected(row, entity))
            ? null
            : new(AuditFindingKind.AlteredReference, where, "it is not what was recorded");
    }

    /// <summary>Whether a reference is one of those that the row at its other end has.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="row">The row that it points to; null where there is none.</param>
    public static bool IsKnown(Row reference, Row? row)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return row is not null && ReferencesOf(row).Contains(reference[Columns.Entity].S);
    }

    /// <summary>Whether a row is the one of the link that it names.</summary>
    /// <param name="row">The row.</param>
    /// <param name="link">The link; null where there is none.</param>
    public static bool IsKnown(Row row, ChainLink? link)
    {
        ArgumentNullException.ThrowIfNull(row);
        return link is not null && link.Entity == row[Columns.Entity].S && link.At == row[Columns.At].S;
    }

    private static Dictionary<string, AttributeValue> Expected(Row row, string entity)
    {
        var expected = new Dictionary<string, AttributeValue>
        {
            [Columns.Entity] = new() { S = entity },
            [Columns.At] = row[Columns.At],
            [Columns.HeldBy] = row[Columns.Entity],
        };
        foreach (var name in (string[])[Columns.Chain, Columns.ExpiresAt])
        {
            if (row.TryGetValue(name, out var value))
            {
                expected[name] = value;
            }
        }

        return expected;
    }
}
