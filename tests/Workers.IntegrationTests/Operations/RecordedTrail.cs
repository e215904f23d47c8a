using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Workers.AuditTrail;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Events;
using Workers.IntegrationTests.Endpoint;

namespace Workers.IntegrationTests.Operations;

/// <summary>Puts events on the audit trail of a fleet that does not run, and markers beside them, as workers leave them.</summary>
internal sealed class RecordedTrail(AwsEndpoint endpoint, ProvisionedFleet fleet)
{
    private const string Fingerprint = "0123456789abcdef";

    private int _links;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Records an event of now that is about an order, with a link of today's chain to it.</summary>
    public async Task RecordAsync(string eventId, EventName name, string orderId, string detail)
    {
        var now = TimeProvider.System.GetUtcNow();
        var (entity, at) = (AuditEntity.Of(AuditEntity.Order, orderId), AuditKey.Of(now, eventId, Fingerprint));
        await PutAsync(Topology.AuditTable, new()
        {
            [AuditColumns.Entity] = new(entity),
            [AuditColumns.At] = new(at),
            [AuditColumns.Source] = new(name.Source),
            [AuditColumns.Type] = new(name.DetailType),
            [AuditColumns.EventId] = new(eventId),
            [AuditColumns.OccurredAt] = new(SortableTime.Of(now)),
            [AuditColumns.Detail] = new(detail),
        });
        await PutAsync(Topology.AuditChainTable, new()
        {
            [AuditChainColumns.Chain] = new(ChainName.Of(DateOnly.FromDateTime(now.UtcDateTime), shard: 7)),
            [AuditChainColumns.Number] = new() { N = (++_links).ToString(CultureInfo.InvariantCulture) },
            [AuditChainColumns.Entity] = new(entity),
            [AuditChainColumns.At] = new(at),
        });
    }

    /// <summary>Leaves the marker of a handler.</summary>
    public Task MarkAsync(string key) => PutAsync(Topology.IdempotencyTable, new() { [IdempotencyColumns.Marker] = new(key) });

    private async Task PutAsync(string table, Dictionary<string, AttributeValue> row) =>
        await endpoint.Clients.DynamoDb.PutItemAsync(fleet.Naming.NameOf(table), row, Cancellation);
}
