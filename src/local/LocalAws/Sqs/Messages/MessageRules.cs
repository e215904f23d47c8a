using System.Buffers;
using System.Text;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs.Messages;

/// <summary>What SQS accepts as a message, attributes aside.</summary>
internal static class MessageRules
{
    /// <summary>SQS's limit, which a queue's MaximumMessageSize can only lower; a batch of messages keeps below it together.</summary>
    public const int LargestBytes = 1_048_576;

    private const int LongestDelay = 900;
    private const int LongestGroupId = 128;

    // What XML 1.0 can hold. The runtime never lets half a surrogate pair through, so pairs need no check.
    private static readonly SearchValues<char> Refused = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(value => (char)value).Except("\t\n\r"), '\uFFFE', '\uFFFF']);

    public static bool HasOnlyValidCharacters(string text) => !text.AsSpan().ContainsAny(Refused);

    /// <exception cref="Http.AwsException">Something about the message is not acceptable.</exception>
    public static void Check(SendMessageRequest message)
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

        CheckFifoParameters(message);
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

    private static void CheckFifoParameters(SendMessageRequest message)
    {
        if (message.MessageDeduplicationId is not null)
        {
            throw SqsErrors.InvalidParameter(
                "MessageDeduplicationId",
                message.MessageDeduplicationId,
                "The request include parameter that is not valid for this queue type.");
        }

        // Standard queues take a group id, for fair queues.
        if (message.MessageGroupId is { } group && !IsGroupId(group))
        {
            throw SqsErrors.InvalidParameter(
                "MessageGroupId", group, "MessageGroupId can only include alphanumeric and punctuation characters. 1 to 128 in length.");
        }
    }

    private static bool IsGroupId(string text) =>
        text.Length is > 0 and <= LongestGroupId && text.All(character => character is > ' ' and <= '~');
}
