using System.Text.Json.Serialization;
using LocalAws.DynamoDb.Expressions;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Queries;

internal sealed class ScanRequest : IReadRequest
{
    public string? TableName { get; set; }

    public string? IndexName { get; set; }

    public int? Segment { get; set; }

    public int? TotalSegments { get; set; }

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

        var target = ReadTarget.Of(regions.Of(context).Table(request.TableName!), request);
        var segment = HashRange.OfSegment(request.Segment ?? 0, request.TotalSegments ?? 1);
        var start = StartKey.OfScan(request, target, segment);
        shape.CheckScan(target);

        var page = new Page(target, request.Limit);
        Fill(page, target, segment, start);
        return shape.Answer(target, page);
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

    private static void Fill(Page page, ReadTarget target, HashRange segment, StartKey? start)
    {
        foreach (var part in target.Parts)
        {
            lock (part.Gate)
            {
                foreach (var collection in part.InOrder())
                {
                    if (segment.Contains(collection.Hash))
                    {
                        Fill(page, collection, start);
                    }
                }
            }
        }
    }

    private static void Fill(Page page, ItemCollection collection, StartKey? start)
    {
        for (var i = IndexAfter(collection, start); i < collection.Count && !page.IsFull; i++)
        {
            page.Add(collection[i]);
        }
    }

    /// <summary>The index of the first item after the start key: none of the collections before the key's own have one.</summary>
    private static int IndexAfter(ItemCollection collection, StartKey? start)
    {
        if (start is null)
        {
            return 0;
        }

        var hash = ItemKey.HashOf(start.Partition);
        var order = collection.Hash == hash
            ? AttributeValue.Compare(collection.Partition, start.Partition)
            : collection.Hash.CompareTo(hash);
        return order switch
        {
            < 0 => collection.Count,
            > 0 => 0,
            _ => collection.FirstAfter(start.Place),
        };
    }
}
