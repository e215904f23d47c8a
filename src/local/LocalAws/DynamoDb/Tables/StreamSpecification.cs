namespace LocalAws.DynamoDb.Tables;

/// <summary>Whether a table has a stream, and what the stream has of an item.</summary>
internal sealed record StreamSpecification(bool? StreamEnabled, string? StreamViewType);
