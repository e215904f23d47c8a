namespace LocalAws.Sqs.Wire;

/// <summary>An entry that failed, while others of its batch may have succeeded.</summary>
internal sealed record BatchError(string Id, string Code, string Message, bool SenderFault);
