using System.Runtime.CompilerServices;
using Workers.AuditTrail;
using Workers.Contracts;
using Workers.Contracts.Tables;

namespace Workers.Operations.Reading;

/// <summary>
/// Reads events of the past from the audit trail, which has every event that went over the bus. EventBridge's archive has them too, but can
/// only be replayed, not read.
/// </summary>
internal sealed class RecordedEvents(FleetAccess fleet)
{
    private readonly AuditTables _trail = new(fleet.Tables);

    /// <summary>What happened from then on, in no particular order, a hundred rows at a time.</summary>
    public async IAsyncEnumerable<RecordedEvent> SinceAsync(
        DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var earliest = SortableTime.Of(from);
        var today = DateOnly.FromDateTime(fleet.Time.GetUtcNow().UtcDateTime);
        for (var day = DateOnly.FromDateTime(from.UtcDateTime); day <= today; day = day.AddDays(1))
        {
            await foreach (var chain in _trail.ChainsAsync(day, cancellationToken))
            {
                var links = _trail.ChainAsync(chain, cancellationToken)
                    .Select(ChainLink.Read)
                    .Where(link => link.Number != ChainHead.Place && string.CompareOrdinal(link.At, earliest) >= 0);
                await foreach (var batch in links.Chunk(TableReader.BatchSize).WithCancellation(cancellationToken))
                {
                    var rows = await _trail.FindAsync(batch.Select(link => (link.Entity, link.At)), cancellationToken);
                    foreach (var recorded in rows.Values.Select(RecordedEvent.Of).OfType<RecordedEvent>())
                    {
                        yield return recorded;
                    }
                }
            }
        }
    }

    /// <summary>Everything about one order, oldest first.</summary>
    /// <exception cref="OperationFailedException">The trail has nothing about it.</exception>
    public async Task<IReadOnlyList<RecordedEvent>> OfOrderAsync(string orderId, CancellationToken cancellationToken)
    {
        var entity = AuditEntity.Of(AuditEntity.Order, orderId);
        var rows = await fleet.Tables.QueryAsync(Topology.AuditTable, AuditColumns.Entity, entity, cancellationToken);
        var references = rows.Where(RowCheck.IsReference).Select(row => (row[AuditColumns.HeldBy].S, row[AuditColumns.At].S));
        var held = await _trail.FindAsync(references, cancellationToken);
        var events = rows.Concat(held.Values).Select(RecordedEvent.Of).OfType<RecordedEvent>().OrderBy(recorded => recorded.Time).ToList();
        return events.Count > 0
            ? events
            : throw new OperationFailedException(
                $"The audit trail {fleet.Target} has no event about order {orderId}: it was not placed there, "
                + "or the trail does not keep events for so long.");
    }
}
