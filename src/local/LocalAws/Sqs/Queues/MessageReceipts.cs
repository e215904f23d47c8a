namespace LocalAws.Sqs.Queues;

/// <summary>What the holder of a receipt does with its message. Not safe for concurrent use: the queue locks.</summary>
internal sealed class MessageReceipts(SqsQueue queue, MessageStore messages)
{
    private static readonly TimeSpan LongestInFlight = TimeSpan.FromHours(12);

    /// <summary>
    /// Deletes the message that the handle is the latest receipt of; without one, nothing happens. In a FIFO queue the handle is good only
    /// while the message is in flight by it.
    /// </summary>
    /// <exception cref="Http.AwsException">The handle is none of this queue's, or none that a FIFO queue still takes.</exception>
    public void Delete(string receiptHandle)
    {
        var handle = Parse(receiptHandle);
        if (messages.Find(handle.Sequence) is not { } message)
        {
            return;
        }

        if (queue.IsFifo && !Holds(handle, message))
        {
            throw SqsErrors.ReceiptHandleExpired(receiptHandle);
        }

        if (handle.IsLatestOf(message))
        {
            messages.Remove(message);
        }
    }

    /// <summary>
    /// Hides the message for this long from now. In a standard queue every handle of the message is good for that, also when the message
    /// is visible again or was received by somebody else meanwhile.
    /// </summary>
    /// <exception cref="Http.AwsException">
    /// The handle is none of this queue's, or none that a FIFO queue still takes; the message is gone, or it would be in flight for more
    /// than 12 hours.
    /// </exception>
    public void Hide(string receiptHandle, TimeSpan timeout, DateTimeOffset now)
    {
        var handle = Parse(receiptHandle);
        if (messages.Find(handle.Sequence) is not { HasExpiredReceipt: false } message || (queue.IsFifo && !Holds(handle, message)))
        {
            throw SqsErrors.InvalidParameter(
                "ReceiptHandle", receiptHandle, "Message does not exist or is not available for visibility timeout change.");
        }

        if (now + timeout > message.ReceivedAt + LongestInFlight)
        {
            throw SqsErrors.InvalidParameter(
                "VisibilityTimeout",
                timeout.TotalSeconds,
                $"Total VisibilityTimeout for the message is beyond the limit [{LongestInFlight.TotalSeconds} seconds]");
        }

        messages.Hide(message, MessageState.InFlight, now + timeout);
    }

    /// <summary>Ends the handle's hold on its message, if it has one, and shows the message.</summary>
    /// <exception cref="Http.AwsException">The handle is none of this queue's.</exception>
    public void Expire(string receiptHandle, DateTimeOffset now)
    {
        var handle = Parse(receiptHandle);
        if (messages.Find(handle.Sequence) is { } message && handle.IsLatestOf(message))
        {
            message.HasExpiredReceipt = true;
            messages.Show(message, now);
        }
    }

    private static bool Holds(ReceiptHandle handle, QueuedMessage message) =>
        handle.IsLatestOf(message) && message.State is MessageState.InFlight;

    private ReceiptHandle Parse(string receiptHandle) =>
        ReceiptHandle.Parse(receiptHandle) is { } handle && handle.Queue == queue.ReceiptTag
            ? handle
            : throw SqsErrors.ReceiptHandleIsInvalid(receiptHandle);
}
