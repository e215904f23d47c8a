namespace LocalAws.DynamoDb.Tables;

internal sealed record UntagResourceRequest(string? ResourceArn, IReadOnlyList<string>? TagKeys);
