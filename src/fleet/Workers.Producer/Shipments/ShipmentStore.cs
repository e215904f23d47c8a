using Amazon.DynamoDBv2;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Events;
using Workers.Producer.Http;
using Workers.Producer.Stores;
using Columns = Workers.Contracts.Tables.ShipmentColumns;

namespace Workers.Producer.Shipments;

/// <summary>Reads the <c>shipments</c> table, which the shipping worker writes.</summary>
internal sealed class ShipmentStore(IAmazonDynamoDB dynamoDb, IOptions<ResourceNaming> naming)
{
    public async Task<Shipment?> FindAsync(string shipmentId, CancellationToken cancellationToken)
    {
        if (!PathId.IsOne(shipmentId))
        {
            return null;   // no shipment has such an id, and DynamoDB does not take any key
        }

        var response = await dynamoDb.GetItemAsync(
            new()
            {
                TableName = naming.Value.NameOf(Topology.ShipmentsTable),
                Key = new() { [Columns.ShipmentId] = new() { S = shipmentId } },
                ConsistentRead = true,
            },
            cancellationToken);
        return response.Item is { Count: > 0 } row ? Read(new Row(row)) : null;
    }

    private static Shipment Read(Row row) => new(
        row.Text(Columns.ShipmentId)!, row.Text(Columns.OrderId)!, row.Text(Columns.CustomerId), row.Text(Columns.State)!);
}

/// <summary>What became of a shipment.</summary>
/// <param name="ShipmentId">The shipment.</param>
/// <param name="OrderId">The order.</param>
/// <param name="CustomerId">Whose; absent of a Void one.</param>
/// <param name="State">Requesting, Created, Refused or Void.</param>
internal sealed record Shipment(string ShipmentId, string OrderId, string? CustomerId, string State)
{
    /// <summary>Whether a carrier has it.</summary>
    public bool IsOnItsWay => State == "Created";
}
