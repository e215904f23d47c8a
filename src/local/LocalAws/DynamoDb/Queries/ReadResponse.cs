using LocalAws.DynamoDb.Capacity;
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
