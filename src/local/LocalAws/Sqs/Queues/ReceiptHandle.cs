using System.Buffers.Binary;

namespace LocalAws.Sqs.Queues;

/// <summary>A message as one receive got it.</summary>
internal readonly record struct Receipt(
    Message Message, ReceiptHandle Handle, int ReceiveCount, DateTimeOffset FirstReceivedAt, string? SequenceNumber);

/// <summary>What a receipt handle says, once decoded.</summary>
/// <param name="Queue">The queue that issued it.</param>
/// <param name="Sequence">The message's number in that queue.</param>
/// <param name="ReceiveCount">Which receive it is the receipt of: only the latest still has a hold on the message.</param>
internal readonly record struct ReceiptHandle(long Queue, long Sequence, int ReceiveCount)
{
    private const int Size = sizeof(long) + sizeof(long) + sizeof(int);

    /// <summary>Null when the text is nothing that a queue here has issued.</summary>
    public static ReceiptHandle? Parse(string text)
    {
        Span<byte> bytes = stackalloc byte[Size];
        return Convert.TryFromBase64String(text, bytes, out var written) && written == Size
            ? new ReceiptHandle(
                BinaryPrimitives.ReadInt64BigEndian(bytes),
                BinaryPrimitives.ReadInt64BigEndian(bytes[8..]),
                BinaryPrimitives.ReadInt32BigEndian(bytes[16..]))
            : null;
    }

    /// <summary>Whether no receive of the message came later, and the hold has not been taken away.</summary>
    public bool IsLatestOf(QueuedMessage message) => message.ReceiveCount == ReceiveCount && !message.HasExpiredReceipt;

    /// <summary>The handle as clients carry it around.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Queue);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], Sequence);
        BinaryPrimitives.WriteInt32BigEndian(bytes[16..], ReceiveCount);
        return Convert.ToBase64String(bytes);
    }
}
