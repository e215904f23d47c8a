using LocalAws.DynamoDb.Expressions;
using LocalAws.DynamoDb.Expressions.Keys;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Queries;

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

        var table = regions.Of(context).Table(request.TableName!);
        CheckTable(request, shape, table);
        var (partition, range) = Ranges(keys, table.Schema);
        var start = StartOf(request, table.Schema, partition, range);
        var page = new Page(table, request.Limit);
        Fill(page, table, new ItemKey(partition.First, null), range, start, request.ScanIndexForward);
        return shape.Answer(table, page);
    }

    private static void CheckTable(QueryRequest request, ReadShape shape, Table table)
    {
        if (request.IndexName is not null)
        {
            throw DynamoDbErrors.Validation($"The table does not have the specified index: {request.IndexName}");
        }

        if (shape.FilteredNames.FirstOrDefault(table.Schema.Contains) is { } key)
        {
            throw DynamoDbErrors.Validation(
                $"Filter Expression can only contain non-primary key attributes: Primary key attribute: {key}");
        }
    }

    private static (KeyRange Partition, KeyRange? Sort) Ranges(KeyCondition condition, KeySchema schema)
    {
        if (condition.Count > schema.Count)
        {
            throw DynamoDbErrors.Validation($"The number of query conditions ({condition.Count}) exceeds the number of "
                + $"key attributes defined in the schema ({schema.Count})");
        }

        var partition = condition[schema.Partition.Name] ?? throw Missed(schema.Partition);
        RequireType(partition, schema.Partition);
        if (!partition.IsEquality)
        {
            throw DynamoDbErrors.Validation("Query key condition not supported");
        }

        if (schema.Sort is null || condition[schema.Sort.Name] is not { } sort)
        {
            return condition.Count == 1 ? (partition, null) : throw Missed(schema.Sort!);
        }

        RequireType(sort, schema.Sort);
        return (partition, sort);
    }

    private static AwsException Missed(KeyAttribute attribute) =>
        DynamoDbErrors.Validation($"Query condition missed key schema element: {attribute.Name}");

    private static void RequireType(KeyRange range, KeyAttribute attribute)
    {
        if (!range.HasType(attribute.Type))
        {
            throw DynamoDbErrors.InvalidValue("Condition parameter type does not match schema type");
        }
    }

    private static ItemKey? StartOf(QueryRequest request, KeySchema schema, KeyRange partition, KeyRange? range)
    {
        if (request.ExclusiveStartKey is null)
        {
            return null;
        }

        var start = StartKey.Parse(request.ExclusiveStartKey, schema, "The provided starting key is invalid");
        if (!start.Partition.Equals(partition.First))
        {
            throw DynamoDbErrors.Validation(
                "The provided starting key is outside query boundaries based on provided conditions");
        }

        return range is null || range.Position(start.Sort!) == 0
            ? start
            : throw DynamoDbErrors.Validation("The provided starting key does not match the range key predicate");
    }

    private static void Fill(Page page, Table table, ItemKey partition, KeyRange? range, ItemKey? start, bool isForward)
    {
        var shard = table.ShardOf(partition);
        lock (shard.Gate)
        {
            if (shard.Collection(partition.Partition) is not { } collection)
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
    private static (int First, int End) Bounds(ItemCollection collection, KeyRange? range, ItemKey? start, bool isForward)
    {
        var first = range is null ? 0 : collection.LowerBound(range.Position);
        var end = range is null ? collection.Count : collection.LowerBound(sort => range.Position(sort) > 0 ? 0 : -1);
        if (start is not { } last)
        {
            return (first, end);
        }

        if (last.Sort is null)
        {
            return (end, end);
        }

        return isForward
            ? (collection.LowerBound(sort => AttributeValue.Compare(sort, last.Sort) > 0 ? 0 : -1), end)
            : (first, collection.LowerBound(sort => AttributeValue.Compare(sort, last.Sort)));
    }
}
