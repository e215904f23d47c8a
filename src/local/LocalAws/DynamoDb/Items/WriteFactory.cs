using LocalAws.DynamoDb.Expressions;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Items;

/// <summary>Makes writes of requests, refusing all that can be refused before a table is looked at.</summary>
/// <param name="expressions">Where the expressions are parsed.</param>
internal sealed class WriteFactory(ExpressionLibrary expressions)
{
    private const string Condition = "ConditionExpression";

    public PutWrite Put(PutItemRequest request, string path = "")
    {
        Check(request, path, "item", request.Item);
        if (request.ReturnValues is not (null or "ALL_OLD" or "NONE"))
        {
            throw DynamoDbErrors.Validation("ReturnValues can only be ALL_OLD or NONE");
        }

        RefuseTooLarge(request.Item!);
        var attributes = new ExpressionAttributes(request.ExpressionAttributeNames, request.ExpressionAttributeValues);
        var guard = Guard(request, attributes);
        attributes.RefuseUnused(Condition);
        return new PutWrite(request.TableName!, request.Item!, guard);
    }

    public UpdateWrite Update(UpdateItemRequest request, string path = "")
    {
        Check(request, path, "key", request.Key);
        var attributes = new ExpressionAttributes(request.ExpressionAttributeNames, request.ExpressionAttributeValues);
        var update = expressions.Update(request.UpdateExpression, attributes);
        var guard = Guard(request, attributes);
        attributes.RefuseUnused("UpdateExpression", Condition);
        return new UpdateWrite(request.TableName!, request.Key!, update, guard);
    }

    public DeleteWrite Delete(DeleteItemRequest request, string path = "")
    {
        Check(request, path, "key", request.Key);
        if (request.ReturnValues is not (null or "ALL_OLD" or "NONE"))
        {
            throw DynamoDbErrors.Validation("ReturnValues can only be ALL_OLD or NONE");
        }

        var attributes = new ExpressionAttributes(request.ExpressionAttributeNames, request.ExpressionAttributeValues);
        var guard = Guard(request, attributes);
        attributes.RefuseUnused(Condition);
        return new DeleteWrite(request.TableName!, request.Key!, guard);
    }

    public CheckWrite ConditionCheck(DeleteItemRequest request, string path)
    {
        new Constraints(path).Required("conditionExpression", request.ConditionExpression).ThrowIfViolated();
        var delete = Delete(request, path);
        return new CheckWrite(delete.TableName, delete.Key, delete.Guard);
    }

    public static void RefuseTooLarge(AttributeMap item)
    {
        if (item.Size > ItemSize.Limit)
        {
            throw DynamoDbErrors.Validation("Item size has exceeded the maximum allowed size");
        }
    }

    private static void Check(IWriteRequest request, string path, string target, AttributeMap? value)
    {
        new Constraints(path)
            .TableName(request.TableName)
            .Required(target, value)
            .OneOf("returnValues", request.ReturnValues, Constraints.ReturnValues)
            .OneOf(
                "returnValuesOnConditionCheckFailure",
                request.ReturnValuesOnConditionCheckFailure,
                Constraints.ReturnValuesOnFailure)
            .OneOf("returnConsumedCapacity", request.ReturnConsumedCapacity, Constraints.ReturnConsumedCapacity)
            .OneOf(
                "returnItemCollectionMetrics",
                request.ReturnItemCollectionMetrics,
                Constraints.ReturnItemCollectionMetrics)
            .ThrowIfViolated();
    }

    private Guard Guard(IWriteRequest request, ExpressionAttributes attributes) => new(
        expressions.Condition(request.ConditionExpression, attributes),
        request.ReturnValuesOnConditionCheckFailure == "ALL_OLD");
}
