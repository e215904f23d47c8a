namespace LocalAws.DynamoDb.Tables;

internal sealed record DescribeTimeToLiveResponse(TimeToLiveDescription TimeToLiveDescription);
