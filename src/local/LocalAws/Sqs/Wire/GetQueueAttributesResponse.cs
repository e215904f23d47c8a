namespace LocalAws.Sqs.Wire;

internal sealed record GetQueueAttributesResponse(IReadOnlyDictionary<string, string>? Attributes);
