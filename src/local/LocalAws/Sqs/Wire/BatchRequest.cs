namespace LocalAws.Sqs.Wire;

internal sealed record BatchRequest<TEntry>(string? QueueUrl, IReadOnlyList<TEntry>? Entries);
