namespace Workers.Engine.Queues;

/// <summary>One entry of a batch that SQS did not carry out, although the call succeeded.</summary>
/// <param name="Index">Its place in the batch. Message ids would not do: one message may be in a batch twice.</param>
/// <param name="Code">SQS's error code.</param>
/// <param name="ReceiptIsGone">The receipt will never be good again: trying again is useless.</param>
internal sealed record EntryFailure(int Index, string Code, bool ReceiptIsGone);
