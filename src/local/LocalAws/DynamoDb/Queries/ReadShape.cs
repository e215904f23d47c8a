using LocalAws.DynamoDb.Capacity;
using LocalAws.DynamoDb.Expressions;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Queries;

/// <summary>The answer to Query and Scan.</summary>
internal sealed class ReadResponse
{
    /// <summary>Null when only the count was asked for.</summary>
    public List<AttributeMap>? Items { get; init; }

    /// <summary>How many items the filter let through.</summary>
    public int Count { get; init; }

    /// <summary>How many items were read.</summary>
    public int ScannedCount { get; init; }

    /// <summary>Where to go on; null at the end.</summary>
    public AttributeMap? LastEvaluatedKey { get; init; }

    public ConsumedCapacity? ConsumedCapacity { get; init; }
}

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

    /// <summary>Refuses what is wrong with the members that Query and Scan share.</summary>
    public static void Check(IReadRequest request)
    {
        new Constraints()
            .TableName(request.TableName)
            .IndexName("indexName", request.IndexName)
            .AtLeast("limit", request.Limit, 1)
            .OneOf("select", request.Select, Constraints.Select)
            .OneOf("returnConsumedCapacity", request.ReturnConsumedCapacity, Constraints.ReturnConsumedCapacity)
            .ThrowIfViolated();
    }

    /// <summary>Refuses what does not go together with what is queried.</summary>
    public void CheckQuery(ReadTarget target)
    {
        KeyPaths.RefuseNested(target.Table, _projection?.NestedHeads);
        if (_filter?.Heads.FirstOrDefault(target.Schema.Contains) is { } key)
        {
            throw DynamoDbErrors.Validation(
                $"Filter Expression can only contain non-primary key attributes: Primary key attribute: {key}");
        }

        CheckIndex(target);
        KeyPaths.RefuseNested(target.Table, _filter?.NestedHeads);
    }

    /// <summary>Refuses what does not go together with what is scanned.</summary>
    public void CheckScan(ReadTarget target)
    {
        KeyPaths.RefuseNested(target.Table, _projection?.NestedHeads);
        CheckIndex(target);
        KeyPaths.RefuseNested(target.Table, _filter?.NestedHeads);
    }

    public ReadResponse Answer(ReadTarget target, Page page)
    {
        var isFetched = IsFetched(target);
        var read = page.Rows.ConvertAll(row => isFetched ? row.Item : row.View);
        var items = _filter is null ? read : read.FindAll(_filter.Holds);
        return new ReadResponse
        {
            Items = _request.Select == "COUNT" ? null : Project(items),
            Count = items.Count,
            ScannedCount = read.Count,
            LastEvaluatedKey = page.LastKey,
            ConsumedCapacity = _request.ReturnConsumedCapacity is null
                ? null
                : ConsumedCapacity.Of(_request.ReturnConsumedCapacity, target.Table.Name, CostOf(target, page, isFetched)),
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

    /// <summary>
    /// A global index has no more than it projects; of a local one, the rest can be read from the table, but not filtered by.
    /// </summary>
    private void CheckIndex(ReadTarget target)
    {
        if (target.Index is not { Projection.IsAll: false } index)
        {
            return;
        }

        if (index.IsGlobal && _request.Select == "ALL_ATTRIBUTES")
        {
            throw DynamoDbErrors.InvalidValue("Select type ALL_ATTRIBUTES is not supported for global secondary index "
                + $"{index.Name} because its projection type is not ALL");
        }

        if (index.IsGlobal && Missing(_projection?.Heads) is { Count: > 0 } unprojected)
        {
            throw DynamoDbErrors.InvalidValue(
                $"Global secondary index {index.Name} does not project [{string.Join(", ", unprojected)}]");
        }

        if (!IsFetched(target) && Missing(_filter?.Heads) is { Count: > 0 } unfiltered)
        {
            throw DynamoDbErrors.InvalidValue($"Secondary index {index.Name} does not project one or more filter attributes: "
                + $"[{string.Join(", ", unfiltered.Distinct().Order(StringComparer.Ordinal))}]");
        }

        List<string> Missing(IEnumerable<string>? heads) => [.. (heads ?? []).Where(head => !index.Projects(head))];
    }

    /// <summary>Whether a local index has to fetch items from its table.</summary>
    private bool IsFetched(ReadTarget target) =>
        target.Index is { IsGlobal: false, Projection.IsAll: false } index
        && (_request.Select == "ALL_ATTRIBUTES" || _projection?.Heads.All(index.Projects) == false);

    /// <summary>What is fetched from the table is charged for item by item.</summary>
    private Cost CostOf(ReadTarget target, Page page, bool isFetched)
    {
        var units = CapacityUnits.Read(page.Bytes, _request.ConsistentRead);
        return target.Index is null
            ? new Cost(units, [])
            : new Cost(
                isFetched ? page.Rows.Sum(row => CapacityUnits.Read(row.Item.Size, _request.ConsistentRead)) : 0,
                [(target.Index, units)]);
    }

    private List<AttributeMap> Project(List<AttributeMap> items) =>
        _projection is null ? items : items.ConvertAll(_projection.Of);
}
