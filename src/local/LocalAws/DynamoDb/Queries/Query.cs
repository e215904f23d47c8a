using System.Text.Json.Serialization;
using LocalAws.DynamoDb.Expressions;
using LocalAws.DynamoDb.Expressions.Keys;
using LocalAws.DynamoDb.Indexes;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Queries;

internal sealed class QueryRequest : IReadRequest
{
    public string? TableName { get; set; }

    public string? IndexName { get; set; }

    public string? KeyConditionExpression { get; set; }

    public bool ScanIndexForward { get; set; } = true;

    public string? FilterExpression { get; set; }

    public string? ProjectionExpression { get; set; }

    public Dictionary<string, string>? ExpressionAttributeNames { get; set; }

    [JsonConverter(typeof(ExpressionValuesConverter))]
    public AttributeMap? ExpressionAttributeValues { get; set; }

    public string? Select { get; set; }

    public int? Limit { get; set; }

    public bool ConsistentRead { get; set; }

    public AttributeMap? ExclusiveStartKey { get; set; }

    public string? ReturnConsumedCapacity { get; set; }
}

/// <summary>Query: the items of one partition key whose sort keys lie in a range, in their order or against it.</summary>
internal sealed class Query(Regions regions, ExpressionLibrary expressions)
{
    public ReadResponse Read(QueryRequest request, AwsRequest context)
    {
        ReadShape.Check(request);
        if (request.KeyConditionExpression is null)
        {
            throw DynamoDbErrors.Validation(
                "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
        }

        var attributes = new ExpressionAttributes(request.ExpressionAttributeNames, request.ExpressionAttributeValues);
        var condition = expressions.KeyCondition(request.KeyConditionExpression, attributes);
        var shape = new ReadShape(request, expressions, attributes);
        var keys = condition.Resolve();

        var target = ReadTarget.Of(regions.Of(context).Table(request.TableName!), request);
        var start = StartKey.OfQuery(request.ExclusiveStartKey, target);
        var (partition, range) = Ranges(keys, target);
        RefuseOutside(start, partition, range);
        RefuseAfterTheOnlyItem(request.ExclusiveStartKey, target);
        shape.CheckQuery(target);

        var page = new Page(target, request.Limit);
        Fill(page, target.PartOf(partition), partition, range, start, request.ScanIndexForward);
        return shape.Answer(target, page);
    }

    private static (AttributeValue Partition, KeyRange? Sort) Ranges(KeyCondition condition, ReadTarget target)
    {
        var schema = target.Schema;
        if (condition.Count > schema.Count)
        {
            if (schema.Sort is null)
            {
                throw NotSupported();
            }

            throw DynamoDbErrors.Validation($"The number of query conditions ({condition.Count}) exceeds the number of "
                + $"key attributes defined in the schema ({schema.Count})");
        }

        var partition = condition[schema.Partition.Name] ?? throw Missed(schema.Partition);
        CheckValues(partition, schema.Partition, target);
        if (!partition.IsEquality)
        {
            throw NotSupported();
        }

        if (schema.Sort is null || condition[schema.Sort.Name] is not { } sort)
        {
            return condition.Count == 1 ? (partition.First, null) : throw Missed(schema.Sort!);
        }

        CheckValues(sort, schema.Sort, target);
        return (partition.First, sort);
    }

    private static AwsException NotSupported() => DynamoDbErrors.Validation("Query key condition not supported");

    private static AwsException Missed(KeyAttribute attribute) =>
        DynamoDbErrors.Validation($"Query condition missed key schema element: {attribute.Name}");

    private static void CheckValues(KeyRange range, KeyAttribute attribute, ReadTarget target)
    {
        if (!range.HasType(attribute.Type))
        {
            throw DynamoDbErrors.InvalidValue("Condition parameter type does not match schema type");
        }

        foreach (var value in new[] { range.First, range.Last })
        {
            if (target.Index is null)
            {
                KeySchema.RefuseEmpty(attribute, value);
            }
            else
            {
                IndexKeys.RefuseEmpty(target.Index, attribute, value);
            }
        }
    }

    private static void RefuseOutside(StartKey? start, AttributeValue partition, KeyRange? range)
    {
        if (start is null)
        {
            return;
        }

        if (range is not null && range.Position(start.Place[0]) != 0)
        {
            throw DynamoDbErrors.Validation("The provided starting key does not match the range key predicate");
        }

        if (!start.Partition.Equals(partition))
        {
            throw DynamoDbErrors.Validation(range is null
                ? "The provided starting key is outside query boundaries based on provided conditions"
                : "The query can return at most one row and cannot be restarted");
        }
    }

    /// <summary>Nothing can follow the item of a partition that has no more than one.</summary>
    private static void RefuseAfterTheOnlyItem(AttributeMap? startKey, ReadTarget target)
    {
        if (startKey is not null && target is { Index: null, Schema.Sort: null })
        {
            var partition = target.Schema.Partition.Name;
            throw DynamoDbErrors.Validation("The provided exclusive start key is invalid: "
                + $"ExclusiveStartKey: {{{partition}={startKey[partition]!.Describe()}}}");
        }
    }

    private static void Fill(
        Page page, ItemPartitions part, AttributeValue partition, KeyRange? range, StartKey? start, bool isForward)
    {
        lock (part.Gate)
        {
            if (part.Find(partition) is not { } collection)
            {
                return;
            }

            var (first, end) = Bounds(collection, range, start, isForward);
            for (var i = 0; i < end - first && !page.IsFull; i++)
            {
                page.Add(collection[isForward ? first + i : end - 1 - i]);
            }
        }
    }

    /// <summary>The indexes of the first item to read and of the first one not to.</summary>
    private static (int First, int End) Bounds(ItemCollection collection, KeyRange? range, StartKey? start, bool isForward)
    {
        var first = range is null ? 0 : collection.LowerBound(range.Position);
        var end = range is null ? collection.Count : collection.LowerBound(sort => range.Position(sort) > 0 ? 0 : -1);
        return (start, isForward) switch
        {
            (null, _) => (first, end),
            (_, true) => (Math.Max(first, collection.FirstAfter(start.Place)), end),
            (_, false) => (first, Math.Min(end, collection.FirstFrom(start.Place))),
        };
    }
}
