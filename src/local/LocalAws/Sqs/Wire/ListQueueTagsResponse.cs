namespace LocalAws.Sqs.Wire;

internal sealed record ListQueueTagsResponse(IReadOnlyDictionary<string, string>? Tags);
