using System.Text.Json.Serialization;
using LocalAws.DynamoDb.Expressions;
using LocalAws.DynamoDb.Values;

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
