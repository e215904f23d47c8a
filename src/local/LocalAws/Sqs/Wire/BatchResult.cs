namespace LocalAws.Sqs.Wire;

/// <summary>An entry that succeeded and has nothing more to say.</summary>
internal sealed record BatchResult(string Id);
