namespace LocalAws.DynamoDb.Tables;

/// <summary>Streams, which are not supported: only their absence is accepted.</summary>
internal sealed record StreamSpecification(bool? StreamEnabled, string? StreamViewType);
