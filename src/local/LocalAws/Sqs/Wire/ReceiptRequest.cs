namespace LocalAws.Sqs.Wire;

/// <summary>
/// DeleteMessage's and ChangeMessageVisibility's request, which names its queue, and the entries of their batches, which have
/// an id instead.
/// </summary>
internal sealed record ReceiptRequest(string? QueueUrl, string? Id, string? ReceiptHandle, int? VisibilityTimeout);
