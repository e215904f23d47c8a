using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Workers.AuditTrail;
using Workers.Operations.Reading;
using ChainColumns = Workers.Contracts.Tables.AuditChainColumns;
using Columns = Workers.Contracts.Tables.AuditColumns;
using Row = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.Cli.Audit;

/// <summary>
/// Follows every chain to every row that it tells of, and then looks for rows that no chain tells of. Workers record meanwhile; what is in
/// memory is a page of each of the chains that are followed at once.
/// </summary>
internal sealed class AuditVerification(AuditTables tables, TimeProvider time, Action<double> onProgress)
{
    private const int ChainsAtOnce = 4;
    private const int Batch = 25;   // rows of at most 400 KB

    private readonly AuditTally _tally = new();
    private readonly long _now = time.GetUtcNow().ToUnixTimeSeconds();
    private long _seen;

    /// <param name="day">The day of recording; null for all.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<AuditVerifyAnswer> RunAsync(DateOnly? day, CancellationToken cancellationToken)
    {
        await Parallel.ForEachAsync(
            tables.ChainsAsync(day, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = ChainsAtOnce, CancellationToken = cancellationToken },
            async (chain, token) => await FollowAsync(chain, token));
        await foreach (var rows in tables.RowsAsync(day, cancellationToken).Chunk(Batch).WithCancellation(cancellationToken))
        {
            await CheckKnownAsync(rows, cancellationToken);
            Progress(rows.Length);
        }

        return _tally.Answer();
    }

    private async ValueTask FollowAsync(string chain, CancellationToken cancellationToken)
    {
        ChainCheck? check = null;
        var (links, hasExpired) = (0L, false);
        await foreach (var rows in tables.ChainAsync(chain, cancellationToken).Chunk(Batch).WithCancellation(cancellationToken))
        {
            if (check is null)
            {
                // What has expired goes piece by piece, in no order: none of it is missed, and what is there is checked.
                hasExpired = IsExpired(rows[0], ChainColumns.ExpiresAt);
                check = new(chain, IsHead(rows[0]) ? ChainHead.Read(rows[0]) : null, hasExpired);
            }

            Progress(rows.Length);
            var page = rows.Where(row => !IsHead(row)).Select(ChainLink.Read).ToList();
            _tally.Found(page.SelectMany(check.Follow));
            await CheckRowsAsync(page, hasExpired, cancellationToken);
            links += page.Count;
        }

        if (check is null)
        {
            return;
        }

        _tally.Found(check.End(await tables.HeadAsync(chain, cancellationToken)));
        if (hasExpired)
        {
            _tally.Expired();
        }
        else
        {
            _tally.Followed(links);
        }
    }

    /// <summary>Checks the rows of some links, and the references to these.</summary>
    private async Task CheckRowsAsync(IReadOnlyList<ChainLink> links, bool hasExpired, CancellationToken cancellationToken)
    {
        var rows = await tables.FindAsync(links.Select(link => (link.Entity, link.At)), cancellationToken);
        _tally.Found(links
            .Select(link => RowCheck.Check(link, rows.GetValueOrDefault((link.Entity, link.At)), hasExpired))
            .OfType<AuditFinding>());

        var expected = rows.Values
            .SelectMany(row => RowCheck.ReferencesOf(row).Select(entity => (Row: row, Key: (entity, row[Columns.At].S))))
            .ToList();
        var references = await tables.FindAsync(expected.Select(reference => reference.Key), cancellationToken);
        _tally.Found(expected
            .Select(reference => RowCheck.CheckReference(reference.Row, reference.Key.entity, references.GetValueOrDefault(reference.Key), hasExpired))
            .OfType<AuditFinding>());
    }

    /// <summary>Checks that chains know some rows: each by the link that it names, a reference by the row that it points to.</summary>
    private async Task CheckKnownAsync(IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        var held = rows.Where(row => !RowCheck.IsReference(row)).ToList();
        var links = await tables.FindLinksAsync(held.Select(LinkOf), cancellationToken);
        var unknown = held.Where(row => !RowCheck.IsKnown(row, links.GetValueOrDefault(LinkOf(row)))).ToList();

        var references = rows.Where(row => RowCheck.IsReference(row)).ToList();
        var holders = await tables.FindAsync(references.Select(HolderOf), cancellationToken);
        unknown.AddRange(references.Where(row => !RowCheck.IsKnown(row, holders.GetValueOrDefault(HolderOf(row)))));
        foreach (var row in unknown)
        {
            if (!await HasOutlivedItsChainAsync(row, cancellationToken))
            {
                _tally.Found([Unknown(row)]);
            }
        }
    }

    /// <summary>Whether a row is one of those of a chain whose time is over, and that TTL has not come to yet.</summary>
    private async Task<bool> HasOutlivedItsChainAsync(Row row, CancellationToken cancellationToken)
    {
        var chain = Text(row, Columns.Chain);
        return IsExpired(row, Columns.ExpiresAt)
            && ChainName.EarliestExpiryOf(chain) is { } earliest
            && Number(row, Columns.ExpiresAt) >= earliest.ToUnixTimeSeconds()
            && (await tables.HeadAsync(chain, cancellationToken) is not { } head || head.ExpiresAt <= _now);
    }

    private static AuditFinding Unknown(Row row)
    {
        var (entity, at) = AuditTables.KeyOf(row);
        return new(AuditFindingKind.UnknownRow, $"{entity} {at}", "no chain tells of it");
    }

    private static bool IsHead(Row row) => row[ChainColumns.Number].N == ChainHead.Place.ToString(CultureInfo.InvariantCulture);

    private static (string Chain, long Number) LinkOf(Row row) => (Text(row, Columns.Chain), Number(row, Columns.Link) ?? 0);

    private static (string Entity, string At) HolderOf(Row reference) => (Text(reference, Columns.HeldBy), reference[Columns.At].S);

    private bool IsExpired(Row row, string column) => Number(row, column) <= _now;

    private static string Text(Row row, string name) => row.GetValueOrDefault(name)?.S ?? "";

    private static long? Number(Row row, string name) => row.GetValueOrDefault(name) is AttributeValue { N: { } text }
        && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void Progress(int rows) => onProgress(Interlocked.Add(ref _seen, rows));
}
