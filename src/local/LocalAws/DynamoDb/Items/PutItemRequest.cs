using System.Text.Json.Serialization;
using LocalAws.DynamoDb.Expressions;
using LocalAws.DynamoDb.Values;

namespace LocalAws.DynamoDb.Items;

/// <summary>PutItem, or a Put in a transaction.</summary>
internal sealed class PutItemRequest : IWriteRequest
{
    public string? TableName { get; set; }

    public AttributeMap? Item { get; set; }

    public string? ConditionExpression { get; set; }

    public Dictionary<string, string>? ExpressionAttributeNames { get; set; }

    [JsonConverter(typeof(ExpressionValuesConverter))]
    public AttributeMap? ExpressionAttributeValues { get; set; }

    public string? ReturnValues { get; set; }

    public string? ReturnValuesOnConditionCheckFailure { get; set; }

    public string? ReturnConsumedCapacity { get; set; }

    public string? ReturnItemCollectionMetrics { get; set; }
}
