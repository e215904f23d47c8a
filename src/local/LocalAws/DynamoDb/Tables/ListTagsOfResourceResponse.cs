namespace LocalAws.DynamoDb.Tables;

internal sealed record ListTagsOfResourceResponse(IReadOnlyList<Tag> Tags);
