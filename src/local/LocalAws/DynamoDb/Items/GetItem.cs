using LocalAws.DynamoDb.Capacity;
using LocalAws.DynamoDb.Expressions;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Items;

/// <summary>GetItem, or a Get in a transaction.</summary>
internal sealed class GetItemRequest
{
    public string? TableName { get; set; }

    public AttributeMap? Key { get; set; }

    public string? ProjectionExpression { get; set; }

    public Dictionary<string, string>? ExpressionAttributeNames { get; set; }

    public bool ConsistentRead { get; set; }

    public string? ReturnConsumedCapacity { get; set; }
}

internal sealed class GetItemResponse
{
    public AttributeMap? Item { get; init; }

    public ConsumedCapacity? ConsumedCapacity { get; init; }
}

/// <summary>GetItem.</summary>
internal sealed class GetItem(Regions regions, ExpressionLibrary expressions)
{
    public GetItemResponse Get(GetItemRequest request, AwsRequest context)
    {
        var reference = Prepare(request, expressions);
        var table = regions.Of(context).Table(reference.TableName);
        var item = table.Read(reference.Locate(table));
        return new GetItemResponse
        {
            Item = item is null || reference.Projection is null ? item : reference.Projection.Of(item),
            ConsumedCapacity = ConsumedCapacity.Of(
                request.ReturnConsumedCapacity,
                table.Name,
                Cost.OfRead(item?.Size ?? 0, request.ConsistentRead)),
        };
    }

    /// <summary>Refuses all that can be refused before a table is looked at.</summary>
    public static ItemReference Prepare(GetItemRequest request, ExpressionLibrary expressions, string path = "")
    {
        new Constraints(path)
            .TableName(request.TableName)
            .Required("key", request.Key)
            .OneOf("returnConsumedCapacity", request.ReturnConsumedCapacity, Constraints.ReturnConsumedCapacity)
            .ThrowIfViolated();
        var attributes = new ExpressionAttributes(request.ExpressionAttributeNames, values: null);
        var projection = expressions.Projection(request.ProjectionExpression, attributes);
        attributes.RefuseUnused();
        return new ItemReference(request.TableName!, request.Key!, projection);
    }
}
