using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Queries;

/// <summary>Where a page before this one ended.</summary>
/// <param name="Partition">The value of the partition key.</param>
/// <param name="Place">The place in that partition.</param>
internal sealed record StartKey(AttributeValue Partition, AttributeValue[] Place)
{
    private const string Invalid = "The provided starting key is invalid";

    /// <summary>The start key of a Query.</summary>
    public static StartKey? OfQuery(AttributeMap? key, ReadTarget target) => Read(key, target, Invalid);

    /// <summary>The start key of a Scan, which has to lie in the segment that the request names.</summary>
    public static StartKey? OfScan(ScanRequest request, ReadTarget target, HashRange segment)
    {
        const string NoMatch = $"{Invalid}: The provided key element does not match the schema";
        var start = Read(request.ExclusiveStartKey, target, target.Index is null ? NoMatch : Invalid);
        if (start is not null && !segment.Contains(ItemKey.HashOf(start.Partition)))
        {
            throw DynamoDbErrors.Validation($"{Invalid}: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct "
                + $"Segment. TotalSegments: {request.TotalSegments} Segment: {request.Segment}");
        }

        return start;
    }

    /// <param name="key">The key as sent.</param>
    /// <param name="target">What is read.</param>
    /// <param name="refusal">What is said when it has not the right attributes.</param>
    private static StartKey? Read(AttributeMap? key, ReadTarget target, string refusal)
    {
        if (key is null)
        {
            return null;
        }

        if (key.Count != target.KeyNames.Count() || target.Schema.Attributes.Any(attribute => key[attribute.Name] is null))
        {
            throw DynamoDbErrors.Validation(refusal);
        }

        CheckTarget(key, target.Schema, target.Index is null && refusal != Invalid);
        CheckTable(key, target.Table.Schema);
        return new StartKey(key[target.Schema.Partition.Name]!, target.PlaceOf(key));
    }

    private static void CheckTarget(AttributeMap key, KeySchema schema, bool isLeftToTheTable)
    {
        if (!isLeftToTheTable)
        {
            schema.Parse(schema.ToMap(key));
        }
    }

    private static void CheckTable(AttributeMap key, KeySchema schema)
    {
        try
        {
            schema.KeyOfBatched(key);
        }
        catch (AwsException exception)
        {
            throw DynamoDbErrors.Validation($"{Invalid}: {exception.Message}");
        }
    }
}
