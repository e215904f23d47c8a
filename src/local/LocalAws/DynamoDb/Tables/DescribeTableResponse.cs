namespace LocalAws.DynamoDb.Tables;

internal sealed record DescribeTableResponse(TableDescription Table);
