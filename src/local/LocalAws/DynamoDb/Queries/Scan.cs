using LocalAws.DynamoDb.Expressions;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Queries;

/// <summary>Scan: all items, in the order of their partition keys' hashes, or those of one segment of the hashes.</summary>
internal sealed class Scan(Regions regions, ExpressionLibrary expressions)
{
    private const int MaxSegments = 1_000_000;

    public ReadResponse Read(ScanRequest request, AwsRequest context)
    {
        ReadShape.Check(request);
        CheckSegments(request);
        var attributes = new ExpressionAttributes(request.ExpressionAttributeNames, request.ExpressionAttributeValues);
        var shape = new ReadShape(request, expressions, attributes);

        var table = regions.Of(context).Table(request.TableName!);
        if (request.IndexName is not null)
        {
            throw DynamoDbErrors.Validation($"The table does not have the specified index: {request.IndexName}");
        }

        var page = new Page(table, request.Limit);
        Fill(page, table, HashRange.OfSegment(request.Segment ?? 0, request.TotalSegments ?? 1), StartOf(request, table.Schema));
        return shape.Answer(table, page);
    }

    private static void CheckSegments(ScanRequest request)
    {
        new Constraints()
            .AtLeast("segment", request.Segment, 0)
            .AtLeast("totalSegments", request.TotalSegments, 1)
            .AtMost("totalSegments", request.TotalSegments, MaxSegments)
            .ThrowIfViolated();
        switch (request.Segment, request.TotalSegments)
        {
            case (not null, null):
                throw DynamoDbErrors.Validation("The TotalSegments parameter is required but was not present in the request "
                    + "when Segment parameter is present");
            case (null, not null):
                throw DynamoDbErrors.Validation("The Segment parameter is required but was not present in the request "
                    + "when parameter TotalSegments is present");
            case ({ } segment, { } total) when segment >= total:
                throw DynamoDbErrors.Validation("The Segment parameter is zero-based and must be less than parameter "
                    + $"TotalSegments: Segment: {segment} is not less than TotalSegments: {total}");
            default:
                break;
        }
    }

    private static ItemKey? StartOf(ScanRequest request, KeySchema schema) => request.ExclusiveStartKey is null
        ? null
        : StartKey.Parse(
            request.ExclusiveStartKey,
            schema,
            "The provided starting key is invalid: The provided key element does not match the schema");

    private static void Fill(Page page, Table table, HashRange range, ItemKey? start)
    {
        foreach (var shard in table.Shards)
        {
            lock (shard.Gate)
            {
                foreach (var collection in shard.InOrder())
                {
                    if (range.Contains(collection.Hash))
                    {
                        Fill(page, collection, start);
                    }
                }
            }
        }
    }

    private static void Fill(Page page, ItemCollection collection, ItemKey? start)
    {
        for (var i = IndexAfter(collection, start); i < collection.Count && !page.IsFull; i++)
        {
            page.Add(collection[i]);
        }
    }

    /// <summary>The index of the first item after the start key: none of the collections before the key's own have one.</summary>
    private static int IndexAfter(ItemCollection collection, ItemKey? start)
    {
        if (start is not { } key)
        {
            return 0;
        }

        var order = collection.Hash == key.Hash
            ? AttributeValue.Compare(collection.Partition, key.Partition)
            : collection.Hash.CompareTo(key.Hash);
        return order switch
        {
            < 0 => collection.Count,
            > 0 => 0,
            _ when key.Sort is null => collection.Count,
            _ => collection.LowerBound(sort => AttributeValue.Compare(sort, key.Sort) > 0 ? 0 : -1),
        };
    }
}
