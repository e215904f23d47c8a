using System.Text.Json;
using LocalAws.Data;
using LocalAws.DynamoDb.Batches;
using LocalAws.DynamoDb.Data;
using LocalAws.DynamoDb.Expressions;
using LocalAws.DynamoDb.Items;
using LocalAws.DynamoDb.Json;
using LocalAws.DynamoDb.Queries;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Tables;
using LocalAws.DynamoDb.Transactions;
using LocalAws.Http;

namespace LocalAws.DynamoDb;

/// <summary>Amazon DynamoDB: tables in memory.</summary>
internal sealed class DynamoDbService : IAwsService, ISavedService
{
    private readonly Regions _regions;

    public DynamoDbService(LocalAwsOptions options)
    {
        _regions = new Regions(options.TimeProvider);
        var expressions = new ExpressionLibrary();
        var factory = new WriteFactory(expressions);
        var timeToLive = new TimeToLiveOperations(_regions);
        var tags = new TagOperations(_regions);
        var itemReads = new GetItem(_regions, expressions);
        var itemWrites = new ItemWrites(_regions, factory);
        var batchReads = new BatchGetItem(_regions, expressions);
        var batchWrites = new BatchWriteItem(_regions);
        var query = new Query(_regions, expressions);
        var scan = new Scan(_regions, expressions);
        var transactReads = new TransactGetItems(_regions, expressions);
        var transactWrites = new TransactWriteItems(_regions, factory, options);
        var json = DynamoDbJson.Default;
        Streams = new DynamoDbStreamsService(_regions, options.TimeProvider);
        Operations = UnsupportedMembers.Refuse(new()
        {
            ["CreateTable"] = AwsOperations.Of(json.CreateTableRequest, json.ChangeTableResponse, new CreateTable(_regions).Create),
            ["DescribeTable"] = AwsOperations.Of(json.TableNameRequest, json.DescribeTableResponse, new DescribeTable(_regions).Describe),
            ["ListTables"] = AwsOperations.Of(json.ListTablesRequest, json.ListTablesResponse, new ListTables(_regions).List),
            ["UpdateTable"] = AwsOperations.Of(json.UpdateTableRequest, json.ChangeTableResponse, new UpdateTable(_regions).Update),
            ["DeleteTable"] = AwsOperations.Of(json.TableNameRequest, json.ChangeTableResponse, new DeleteTable(_regions).Delete),
            ["UpdateTimeToLive"] =
                AwsOperations.Of(json.UpdateTimeToLiveRequest, json.UpdateTimeToLiveResponse, timeToLive.Update),
            ["DescribeTimeToLive"] =
                AwsOperations.Of(json.TableNameRequest, json.DescribeTimeToLiveResponse, timeToLive.Describe),
            ["TagResource"] = AwsOperations.Of(json.TagResourceRequest, tags.Tag),
            ["UntagResource"] = AwsOperations.Of(json.UntagResourceRequest, tags.Untag),
            ["ListTagsOfResource"] =
                AwsOperations.Of(json.ListTagsOfResourceRequest, json.ListTagsOfResourceResponse, tags.List),
            ["GetItem"] = AwsOperations.Of(json.GetItemRequest, json.GetItemResponse, itemReads.Get),
            ["PutItem"] = AwsOperations.Of(json.PutItemRequest, json.WriteItemResponse, itemWrites.Put),
            ["UpdateItem"] = AwsOperations.Of(json.UpdateItemRequest, json.WriteItemResponse, itemWrites.Update),
            ["DeleteItem"] = AwsOperations.Of(json.DeleteItemRequest, json.WriteItemResponse, itemWrites.Delete),
            ["BatchGetItem"] = AwsOperations.Of(json.BatchGetItemRequest, json.BatchGetItemResponse, batchReads.Get),
            ["BatchWriteItem"] = AwsOperations.Of(json.BatchWriteItemRequest, json.BatchWriteItemResponse, batchWrites.Write),
            ["Query"] = AwsOperations.Of(json.QueryRequest, json.ReadResponse, query.Read),
            ["Scan"] = AwsOperations.Of(json.ScanRequest, json.ReadResponse, scan.Read),
            ["TransactGetItems"] =
                AwsOperations.Of(json.TransactGetItemsRequest, json.TransactGetItemsResponse, transactReads.Get),
            ["TransactWriteItems"] =
                AwsOperations.Of(json.TransactWriteItemsRequest, json.TransactWriteItemsResponse, transactWrites.WriteAsync),
        });
    }

    /// <summary>The service that tells the changes of the tables here.</summary>
    public DynamoDbStreamsService Streams { get; }

    public string TargetPrefix => "DynamoDB_20120810";

    public string JsonVersion => "1.0";

    public string FrontNamespace => DynamoDbErrors.FrontNamespace;

    public IReadOnlyDictionary<string, AwsOperation> Operations { get; }

    public AwsException Throttled() => DynamoDbErrors.Throttled();

    public AwsException InternalError() => DynamoDbErrors.InternalError();

    public void Reset() => _regions.Clear();

    public IDisposable Hold() => new HeldLocks(_regions.All.SelectMany(region => region.Gates));

    public Action<Utf8JsonWriter> Capture()
    {
        var state = new DynamoDbState([.. _regions.All.Select(region => region.Save())]);
        return writer => JsonSerializer.Serialize(writer, state, DynamoDbStateJson.Default.DynamoDbState);
    }

    public void Restore(JsonElement state) =>
        _regions.Restore(state.Deserialize(DynamoDbStateJson.Default.DynamoDbState) ?? throw new JsonException("The state is null."));

    /// <summary>Nothing goes on by itself here.</summary>
    public void Resume()
    {
    }
}
