using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Workers.Benchmarks.Effects;

/// <summary>A DynamoDB client that has each write tell what it cost. A cancelled transaction does not tell, though AWS charges it.</summary>
internal sealed class MeteredDynamoDb(AmazonDynamoDBConfig config, Meters meters) : AmazonDynamoDBClient(config)
{
    public override async Task<TransactWriteItemsResponse> TransactWriteItemsAsync(
        TransactWriteItemsRequest request, CancellationToken cancellationToken = default)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        var response = await base.TransactWriteItemsAsync(request, cancellationToken);
        meters.Wrote(response.ConsumedCapacity?.Sum(table => table.WriteCapacityUnits));
        return response;
    }

    public override async Task<UpdateItemResponse> UpdateItemAsync(
        UpdateItemRequest request, CancellationToken cancellationToken = default)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        var response = await base.UpdateItemAsync(request, cancellationToken);
        meters.Wrote(response.ConsumedCapacity?.CapacityUnits);
        return response;
    }

    public override async Task<PutItemResponse> PutItemAsync(
        PutItemRequest request, CancellationToken cancellationToken = default)
    {
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        var response = await base.PutItemAsync(request, cancellationToken);
        meters.Wrote(response.ConsumedCapacity?.CapacityUnits);
        return response;
    }
}
