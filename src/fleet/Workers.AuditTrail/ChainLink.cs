using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Columns = Workers.Contracts.Tables.AuditChainColumns;

namespace Workers.AuditTrail;

/// <summary>A link of a chain: which row was recorded, and what it was.</summary>
/// <param name="Chain">The chain.</param>
/// <param name="Number">The link's number, from 1 without a gap.</param>
/// <param name="Entity">The partition key of its row.</param>
/// <param name="At">The sort key of its row.</param>
/// <param name="RowHash">The row's hash.</param>
/// <param name="Hash">The link's own hash.</param>
/// <param name="ExpiresAt">When the chain expires, in epoch seconds; null for never.</param>
public sealed record ChainLink(
    string Chain, long Number, string Entity, string At, string RowHash, string Hash, long? ExpiresAt)
{
    private static readonly string[] Known =
        [Columns.Chain, Columns.Number, Columns.Entity, Columns.At, Columns.RowHash, Columns.Hash, Columns.ExpiresAt];

    /// <summary>Whether the row has attributes of which no link's hash tells.</summary>
    public bool HasMore { get; init; }

    /// <summary>
    /// Reads a row of the <c>audit-chain</c> table. What somebody removed from it is read as empty, and does not fit its hash.
    /// </summary>
    public static ChainLink Read(IReadOnlyDictionary<string, AttributeValue> row) => new(
        ChainHead.Text(row, Columns.Chain),
        ChainHead.Number(row, Columns.Number) ?? 0,
        ChainHead.Text(row, Columns.Entity),
        ChainHead.Text(row, Columns.At),
        ChainHead.Text(row, Columns.RowHash),
        ChainHead.Text(row, Columns.Hash),
        ChainHead.Number(row, Columns.ExpiresAt))
    {
        HasMore = row.Keys.Except(Known).Any(),
    };
}

/// <summary>The head of a chain: where it ends.</summary>
/// <param name="Chain">The chain.</param>
/// <param name="Count">How many links it has.</param>
/// <param name="Hash">The hash of the last one; empty where there is none yet.</param>
/// <param name="ExpiresAt">When the chain expires, in epoch seconds; null for never.</param>
public sealed record ChainHead(string Chain, long Count, string Hash, long? ExpiresAt)
{
    /// <summary>The head's number among the chain's rows.</summary>
    public const long Place = 0;

    /// <summary>Reads a row of the <c>audit-chain</c> table.</summary>
    public static ChainHead Read(IReadOnlyDictionary<string, AttributeValue> row) => new(
        Text(row, Columns.Chain), Number(row, Columns.Count) ?? 0, Text(row, Columns.Hash), Number(row, Columns.ExpiresAt));

    /// <summary>The head of a chain that nobody has begun.</summary>
    public static ChainHead Begin(string chain, long? expiresAt) => new(chain, 0, "", expiresAt);

    /// <summary>The link that comes next.</summary>
    /// <param name="entity">The partition key of its row.</param>
    /// <param name="at">The sort key of its row.</param>
    /// <param name="rowHash">The row's hash.</param>
    public ChainLink Next(string entity, string at, string rowHash)
    {
        var link = new ChainLink(Chain, Count + 1, entity, at, rowHash, Hash: "", ExpiresAt);
        return link with { Hash = AuditHash.Of(Hash, link) };
    }

    internal static string Text(IReadOnlyDictionary<string, AttributeValue> row, string name) => row.GetValueOrDefault(name)?.S ?? "";

    internal static long? Number(IReadOnlyDictionary<string, AttributeValue> row, string name) =>
        long.TryParse(row.GetValueOrDefault(name)?.N, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
