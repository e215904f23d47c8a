namespace LocalAws.DynamoDb.Items;

/// <summary>What every request to write or check one item has.</summary>
internal interface IWriteRequest
{
    string? TableName { get; }

    string? ConditionExpression { get; }

    string? ReturnValues { get; }

    string? ReturnValuesOnConditionCheckFailure { get; }

    string? ReturnConsumedCapacity { get; }

    string? ReturnItemCollectionMetrics { get; }
}
