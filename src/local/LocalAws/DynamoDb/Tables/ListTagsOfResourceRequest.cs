namespace LocalAws.DynamoDb.Tables;

internal sealed record ListTagsOfResourceRequest(string? ResourceArn);
