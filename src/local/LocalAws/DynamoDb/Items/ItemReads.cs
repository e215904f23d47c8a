using LocalAws.DynamoDb.Capacity;
using LocalAws.DynamoDb.Expressions;
using LocalAws.DynamoDb.Storage;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Items;

/// <summary>GetItem.</summary>
internal sealed class ItemReads(Regions regions, ExpressionLibrary expressions)
{
    public GetItemResponse Get(GetItemRequest request, AwsRequest context)
    {
        var projection = Prepare(request, expressions);
        var table = regions.Of(context).Table(request.TableName!);
        var item = table.Read(table.Schema.Parse(request.Key!));
        return new GetItemResponse
        {
            Item = item is null || projection is null ? item : projection.Of(item),
            ConsumedCapacity = ConsumedCapacity.Of(
                request.ReturnConsumedCapacity,
                table.Name,
                CapacityUnits.Read(item?.Size ?? 0, request.ConsistentRead)),
        };
    }

    /// <summary>Refuses all that can be refused before a table is looked at.</summary>
    public static Projection? Prepare(GetItemRequest request, ExpressionLibrary expressions, string path = "")
    {
        LegacyParameters.Refuse(request.Unread);
        new Constraints(path)
            .TableName(request.TableName)
            .Required("key", request.Key)
            .OneOf("returnConsumedCapacity", request.ReturnConsumedCapacity, Constraints.ReturnConsumedCapacity)
            .ThrowIfViolated();
        var attributes = new ExpressionAttributes(request.ExpressionAttributeNames, values: null);
        var projection = expressions.Projection(request.ProjectionExpression, attributes);
        attributes.RefuseUnused();
        return projection;
    }
}
