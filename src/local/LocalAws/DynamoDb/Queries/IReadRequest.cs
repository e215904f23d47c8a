using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Queries;

/// <summary>What Query and Scan have in common.</summary>
internal interface IReadRequest
{
    string? TableName { get; }

    string? IndexName { get; }

    string? FilterExpression { get; }

    string? ProjectionExpression { get; }

    string? Select { get; }

    int? Limit { get; }

    bool ConsistentRead { get; }

    AttributeMap? ExclusiveStartKey { get; }

    string? ReturnConsumedCapacity { get; }
}
