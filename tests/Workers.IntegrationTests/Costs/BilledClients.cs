using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Workers.Contracts;

namespace Workers.IntegrationTests.Costs;

/// <summary>
/// A DynamoDB client that has each answer say what it cost. What instances tell of themselves is no order's, and is left out. A write
/// whose condition fails does not say what it cost, though AWS charges it.
/// </summary>
internal sealed class BilledDynamoDb(AmazonDynamoDBConfig config, OrderBill bill) : AmazonDynamoDBClient(config)
{
    public override async Task<TransactWriteItemsResponse> TransactWriteItemsAsync(
        TransactWriteItemsRequest request, CancellationToken cancellationToken = default)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        bill.Add(new() { DynamoRequests = 1 });
        var response = await base.TransactWriteItemsAsync(request, cancellationToken);
        bill.Add(new() { WriteUnits = Sum(response.ConsumedCapacity) });
        return response;
    }

    public override async Task<BatchGetItemResponse> BatchGetItemAsync(
        BatchGetItemRequest request, CancellationToken cancellationToken = default)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        var response = await base.BatchGetItemAsync(request, cancellationToken);
        bill.Add(new() { DynamoRequests = 1, ReadUnits = Sum(response.ConsumedCapacity) });
        return response;
    }

    public override async Task<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        var response = await base.GetItemAsync(request, cancellationToken);
        Read(request.TableName, response.ConsumedCapacity);
        return response;
    }

    public override async Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        var response = await base.QueryAsync(request, cancellationToken);
        Read(request.TableName, response.ConsumedCapacity);
        return response;
    }

    public override async Task<UpdateItemResponse> UpdateItemAsync(
        UpdateItemRequest request, CancellationToken cancellationToken = default)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        var response = await base.UpdateItemAsync(request, cancellationToken);
        Wrote(request.TableName, response.ConsumedCapacity);
        return response;
    }

    public override async Task<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        var response = await base.PutItemAsync(request, cancellationToken);
        Wrote(request.TableName, response.ConsumedCapacity);
        return response;
    }

    private static double Sum(List<ConsumedCapacity>? tables) => tables?.Sum(table => table.CapacityUnits ?? 0) ?? 0;

    private void Read(string table, ConsumedCapacity? capacity)
    {
        if (table != Topology.FleetTable)
        {
            bill.Add(new() { DynamoRequests = 1, ReadUnits = capacity?.CapacityUnits ?? 0 });
        }
    }

    private void Wrote(string table, ConsumedCapacity? capacity)
    {
        if (table != Topology.FleetTable)
        {
            bill.Add(new() { DynamoRequests = 1, WriteUnits = capacity?.CapacityUnits ?? 0 });
        }
    }
}

/// <summary>An EventBridge client whose PutEvents are counted.</summary>
internal sealed class BilledEventBridge(AmazonEventBridgeConfig config, OrderBill bill) : AmazonEventBridgeClient(config)
{
    public override Task<PutEventsResponse> PutEventsAsync(PutEventsRequest request, CancellationToken cancellationToken = default)
    {
        bill.Add(new() { PutEvents = 1 });
        return base.PutEventsAsync(request, cancellationToken);
    }
}
