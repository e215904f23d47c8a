using LocalAws.DynamoDb.Capacity;
using LocalAws.DynamoDb.Expressions;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Queries;

/// <summary>What becomes of a page: filtered, projected, counted and charged for.</summary>
internal sealed class ReadShape
{
    private readonly IReadRequest _request;
    private readonly Condition? _filter;
    private readonly Projection? _projection;

    public ReadShape(IReadRequest request, ExpressionLibrary expressions, ExpressionAttributes attributes)
    {
        _request = request;
        _filter = expressions.Filter(request.FilterExpression, attributes);
        _projection = expressions.Projection(request.ProjectionExpression, attributes);
        attributes.RefuseUnused("FilterExpression");
        CheckSelect(request);
    }

    /// <summary>The attributes that the filter looks at.</summary>
    public IEnumerable<string> FilteredNames => _filter?.Heads ?? [];

    /// <summary>Refuses what is wrong with the members that Query and Scan share.</summary>
    public static void Check(IReadRequest request)
    {
        LegacyParameters.Refuse(request.Unread);
        new Constraints()
            .TableName(request.TableName)
            .AtLeast("limit", request.Limit, 1)
            .OneOf("select", request.Select, Constraints.Select)
            .OneOf("returnConsumedCapacity", request.ReturnConsumedCapacity, Constraints.ReturnConsumedCapacity)
            .ThrowIfViolated();
    }

    public ReadResponse Answer(Table table, Page page)
    {
        var items = _filter is null ? page.Items : page.Items.FindAll(_filter.Holds);
        return new ReadResponse
        {
            Items = _request.Select == "COUNT" ? null : Project(items),
            Count = items.Count,
            ScannedCount = page.Items.Count,
            LastEvaluatedKey = page.LastKey,
            ConsumedCapacity = ConsumedCapacity.Of(
                _request.ReturnConsumedCapacity, table.Name, CapacityUnits.Read(page.Bytes, _request.ConsistentRead)),
        };
    }

    private static void CheckSelect(IReadRequest request)
    {
        switch (request.Select, request.ProjectionExpression)
        {
            case ("SPECIFIC_ATTRIBUTES", null):
                throw DynamoDbErrors.Validation("Must specify the AttributesToGet or ProjectionExpression "
                    + "when choosing to get SPECIFIC_ATTRIBUTES");
            case ("COUNT", not null):
                throw DynamoDbErrors.Validation(
                    "Cannot specify the ProjectionExpression when choosing to get only the Count");
            case ("ALL_ATTRIBUTES" or "ALL_PROJECTED_ATTRIBUTES", not null):
                throw DynamoDbErrors.Validation(
                    $"Cannot specify the ProjectionExpression when choosing to get {request.Select}");
            case ("ALL_PROJECTED_ATTRIBUTES", _) when request.IndexName is null:
                throw DynamoDbErrors.Validation(
                    "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
            default:
                break;
        }
    }

    private List<AttributeMap> Project(List<AttributeMap> items) =>
        _projection is null ? items : items.ConvertAll(_projection.Of);
}
