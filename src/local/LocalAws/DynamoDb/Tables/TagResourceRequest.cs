namespace LocalAws.DynamoDb.Tables;

internal sealed record TagResourceRequest(string? ResourceArn, IReadOnlyList<Tag>? Tags);
