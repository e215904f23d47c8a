using LocalAws.DynamoDb.Capacity;
using LocalAws.DynamoDb.Expressions;
using LocalAws.DynamoDb.Expressions.Updates;
using LocalAws.DynamoDb.Indexes;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Transactions;
using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Items;

/// <summary>The answer to PutItem, UpdateItem and DeleteItem.</summary>
internal sealed class WriteItemResponse
{
    public AttributeMap? Attributes { get; init; }

    public ConsumedCapacity? ConsumedCapacity { get; init; }

    public ItemCollectionMetrics? ItemCollectionMetrics { get; init; }
}

/// <summary>PutItem, UpdateItem and DeleteItem.</summary>
internal sealed class ItemWrites(Regions regions, WriteFactory writes)
{
    public WriteItemResponse Put(PutItemRequest request, AwsRequest context)
    {
        var written = Write(writes.Put(request), context);
        return Answer(request, written, OldIfWanted(request, written.Outcome));
    }

    public WriteItemResponse Delete(DeleteItemRequest request, AwsRequest context)
    {
        var written = Write(writes.Delete(request), context);
        return Answer(request, written, OldIfWanted(request, written.Outcome));
    }

    public WriteItemResponse Update(UpdateItemRequest request, AwsRequest context)
    {
        var write = writes.Update(request);
        var written = Write(write, context);
        return Answer(request, written, request.ReturnValues switch
        {
            "ALL_OLD" => written.Outcome.Before,
            "ALL_NEW" => written.Outcome.After,
            "UPDATED_OLD" => Updated(write.Update, written.Outcome.Before),
            "UPDATED_NEW" => Updated(write.Update, written.Outcome.After),
            _ => null,
        });
    }

    private static AttributeMap? OldIfWanted(IWriteRequest request, WriteOutcome outcome) =>
        request.ReturnValues == "ALL_OLD" ? outcome.Before : null;

    private static AttributeMap? Updated(Update? update, AttributeMap? item) =>
        update is not null && item is not null && PathProjection.Of(update.Paths, item) is { Count: > 0 } updated
            ? updated
            : null;

    private static WriteItemResponse Answer(IWriteRequest request, Written written, AttributeMap? attributes) => new()
    {
        Attributes = attributes,
        ConsumedCapacity = request.ReturnConsumedCapacity is "TOTAL" or "INDEXES"
            ? ConsumedCapacity.Of(
                request.ReturnConsumedCapacity, written.Table.Name, Cost.OfWrite(written.Table, written.Outcome))
            : null,
        ItemCollectionMetrics = ItemCollectionMetrics.Of(request.ReturnItemCollectionMetrics, written.Table, written.Key),
    };

    private Written Write(IWrite write, AwsRequest context)
    {
        var table = regions.Of(context).Table(write.TableName);
        var key = write.Locate(table);
        var outcome = table.Write(key, write);
        return outcome.Failure switch
        {
            null => new Written(table, key, outcome),
            { } conflict when conflict == CancellationReason.Conflict => throw DynamoDbErrors.TransactionConflict(),
            { } failed => throw DynamoDbErrors.ConditionalCheckFailed(failed.Item),
        };
    }

    private readonly record struct Written(Table Table, ItemKey Key, WriteOutcome Outcome);
}
