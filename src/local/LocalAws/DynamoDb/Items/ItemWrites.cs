using LocalAws.DynamoDb.Capacity;
using LocalAws.DynamoDb.Expressions;
using LocalAws.DynamoDb.Expressions.Updates;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Transactions;
using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Items;

/// <summary>PutItem, UpdateItem and DeleteItem.</summary>
internal sealed class ItemWrites(Regions regions, WriteFactory writes)
{
    public WriteItemResponse Put(PutItemRequest request, AwsRequest context)
    {
        var outcome = Write(writes.Put(request), context);
        return Answer(request, outcome, OldIfWanted(request, outcome));
    }

    public WriteItemResponse Delete(DeleteItemRequest request, AwsRequest context)
    {
        var outcome = Write(writes.Delete(request), context);
        return Answer(request, outcome, OldIfWanted(request, outcome));
    }

    public WriteItemResponse Update(UpdateItemRequest request, AwsRequest context)
    {
        var write = writes.Update(request);
        var outcome = Write(write, context);
        return Answer(request, outcome, request.ReturnValues switch
        {
            "ALL_OLD" => outcome.Before,
            "ALL_NEW" => outcome.After,
            "UPDATED_OLD" => Updated(write.Update, outcome.Before),
            "UPDATED_NEW" => Updated(write.Update, outcome.After),
            _ => null,
        });
    }

    private static AttributeMap? OldIfWanted(IWriteRequest request, WriteOutcome outcome) =>
        request.ReturnValues == "ALL_OLD" ? outcome.Before : null;

    private static AttributeMap? Updated(Update? update, AttributeMap? item) =>
        update is not null && item is not null && PathProjection.Of(update.Paths, item) is { Count: > 0 } updated
            ? updated
            : null;

    private static WriteItemResponse Answer(IWriteRequest request, WriteOutcome outcome, AttributeMap? attributes) => new()
    {
        Attributes = attributes,
        ConsumedCapacity = ConsumedCapacity.Of(
            request.ReturnConsumedCapacity, request.TableName!, CapacityUnits.Write(outcome.ChargedSize)),
    };

    private WriteOutcome Write(IWrite write, AwsRequest context)
    {
        var table = regions.Of(context).Table(write.TableName);
        var outcome = table.Write(write.Locate(table.Schema), write);
        return outcome.Failure switch
        {
            null => outcome,
            { } conflict when conflict == CancellationReason.Conflict => throw DynamoDbErrors.TransactionConflict(),
            { } failed => throw DynamoDbErrors.ConditionalCheckFailed(failed.Item),
        };
    }
}
