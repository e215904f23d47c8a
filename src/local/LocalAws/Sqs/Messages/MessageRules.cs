using System.Buffers;
using System.Text;
using LocalAws.Sqs.Fifo;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs.Messages;

/// <summary>What SQS accepts as a message, attributes aside.</summary>
internal static class MessageRules
{
    /// <summary>SQS's limit, which a queue's MaximumMessageSize can only lower; a batch of messages keeps below it together.</summary>
    public const int LargestBytes = 1_048_576;

    private const int LongestDelay = 900;

    // What XML 1.0 can hold. The runtime never lets half a surrogate pair through, so pairs need no check.
    private static readonly SearchValues<char> Refused = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(value => (char)value).Except("\t\n\r"), '\uFFFE', '\uFFFF']);

    public static bool HasOnlyValidCharacters(string text) => !text.AsSpan().ContainsAny(Refused);

    /// <exception cref="Http.AwsException">Something about the message is not acceptable.</exception>
    public static void Check(SendMessageRequest message, QueueAttributes queue)
    {
        if (string.IsNullOrEmpty(message.MessageBody))
        {
            throw SqsErrors.MissingParameter("MessageBody");
        }

        if (!HasOnlyValidCharacters(message.MessageBody))
        {
            throw SqsErrors.InvalidMessageContents(
                "Invalid characters found. Valid unicode characters are "
                + "#x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF");
        }

        if (message.DelaySeconds is < 0 or > LongestDelay)
        {
            throw SqsErrors.InvalidParameter("DelaySeconds", message.DelaySeconds, $"DelaySeconds must be >= 0 and <= {LongestDelay}.");
        }

        FifoRules.Check(message, queue);
        MessageAttributeRules.Check(message.MessageAttributes);
        MessageAttributeRules.CheckSystem(message.MessageSystemAttributes);
    }

    /// <summary>The bytes that count towards the limits: the body, and each attribute's name, type and value.</summary>
    public static int Size(SendMessageRequest message) =>
        Bytes(message.MessageBody)
        + (message.MessageAttributes?.Sum(attribute =>
            Bytes(attribute.Key)
            + Bytes(attribute.Value?.DataType)
            + (attribute.Value?.BinaryValue?.Length ?? Bytes(attribute.Value?.StringValue))) ?? 0);

    private static int Bytes(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);
}
