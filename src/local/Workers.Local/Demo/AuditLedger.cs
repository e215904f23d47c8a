using System.Text.Json;
using Workers.AuditTrail;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Events;

namespace Workers.Local.Demo;

/// <summary>The audit trail, held against the archive of the bus.</summary>
internal sealed class AuditLedger(DemoAws aws)
{
    public async Task<IReadOnlyDictionary<string, decimal>> FiguresAsync(CancellationToken cancellationToken)
    {
        var rows = await aws.ScanAsync(Topology.AuditTable, cancellationToken);
        var recorded = rows.Where(row => !RowCheck.IsReference(row))
            .CountBy(row => (row[AuditColumns.EventId].S, row[AuditColumns.Fingerprint].S))
            .ToDictionary();
        var said = await SaidAsync(cancellationToken);
        return new Dictionary<string, decimal>
        {
            [Figure.AuditedOrders] = rows.Select(row => row[AuditColumns.Entity].S)
                .Where(entity => entity.StartsWith($"{AuditEntity.Order}#", StringComparison.Ordinal))
                .Distinct()
                .Count(),
            [Figure.AuditedAstray] = said.Union(recorded.Keys).Count(fact => !said.Contains(fact) || recorded.GetValueOrDefault(fact) != 1),
            [Figure.AuditFindings] = WholeTrail.Check(rows, await aws.ScanAsync(Topology.AuditChainTable, cancellationToken)).Count,
        };
    }

    /// <summary>Event id and fingerprint of all that was on the bus.</summary>
    private async Task<HashSet<(string EventId, string Fingerprint)>> SaidAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = aws.Server.Endpoint };
        var path = $"/_local/archives/{aws.Naming.NameOf(Topology.ArchiveName)}";
        await using var archive = await http.GetStreamAsync(path, cancellationToken);
        var said = new HashSet<(string, string)>();
        var envelopes = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(archive, cancellationToken: cancellationToken);
        await foreach (var envelope in envelopes)
        {
            var name = new EventName(envelope.GetProperty("source").GetString()!, envelope.GetProperty("detail-type").GetString()!);
            var detail = envelope.GetProperty("detail");
            var id = detail.TryGetProperty("metadata", out var metadata) ? metadata.GetProperty("eventId") : envelope.GetProperty("id");
            said.Add((id.GetString()!, AuditFingerprint.Of(name, detail.GetRawText())));
        }

        return said;
    }
}
