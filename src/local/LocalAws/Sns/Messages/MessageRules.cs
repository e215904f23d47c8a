using System.Text;
using System.Text.Json;
using LocalAws.Http;

namespace LocalAws.Sns.Messages;

/// <summary>What SNS accepts as a message.</summary>
internal static class MessageRules
{
    /// <summary>SNS's limit of a message, and of a batch of messages together.</summary>
    public const int LargestBytes = 262_144;

    private const int LongestSubject = 100;
    private const int LongestGroupId = 128;

    /// <summary>The bytes that count towards the limits: the message, and each attribute's name, type and value.</summary>
    public static int Size(string? message, IEnumerable<KeyValuePair<string, MessageAttributeValue?>>? attributes) =>
        Bytes(message) + (attributes?.Sum(attribute =>
            Bytes(attribute.Key)
            + Bytes(attribute.Value?.DataType)
            + (attribute.Value?.BinaryValue?.Length ?? Bytes(attribute.Value?.StringValue))) ?? 0);

    /// <summary>The message and the texts that protocols have of their own.</summary>
    /// <exception cref="AwsException">Something about it is not acceptable.</exception>
    public static (string Body, Dictionary<string, string> Bodies) Read(
        string? message, string? structure, string? subject, Dictionary<string, MessageAttributeValue> attributes)
    {
        if (string.IsNullOrEmpty(message))
        {
            throw SnsErrors.InvalidParameter("Empty message");
        }

        if (Size(message, attributes!) > LargestBytes)
        {
            throw SnsErrors.InvalidParameter("Message too long");
        }

        if (subject is not null && !IsSubject(subject))
        {
            throw SnsErrors.InvalidParameter("Subject");
        }

        return structure switch
        {
            null => (message, []),
            "json" => ReadBodies(message),
            _ => throw SnsErrors.InvalidParameter("MessageStructure"),
        };
    }

    /// <exception cref="AwsException">A standard topic takes no such ids.</exception>
    public static void CheckIds(string? deduplicationId, string? groupId)
    {
        if (deduplicationId is not null)
        {
            throw SnsErrors.InvalidParameter(
                "MessageDeduplicationId",
                "The request includes MessageDeduplicationId parameter that is not valid for this topic type");
        }

        if (groupId is not null
            && !(groupId.Length is > 0 and <= LongestGroupId && groupId.All(character => character is > ' ' and <= '~')))
        {
            throw SnsErrors.InvalidParameter(
                "MessageGroupId", "MessageGroupId can only include alphanumeric and punctuation characters. 1 to 128 in length");
        }
    }

    private static (string, Dictionary<string, string>) ReadBodies(string message)
    {
        try
        {
            using var document = JsonDocument.Parse(message);
            if (document.RootElement.ValueKind is JsonValueKind.Object)
            {
                var bodies = new Dictionary<string, string>();
                foreach (var text in document.RootElement.EnumerateObject().Where(one => one.Value.ValueKind is JsonValueKind.String))
                {
                    bodies[text.Name] = text.Value.GetString()!;
                }

                return bodies.TryGetValue("default", out var body)
                    ? (body, bodies)
                    : throw SnsErrors.InvalidParameter("Message Structure - No default entry in JSON message body");
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Neither is text with half a surrogate pair.
        }

        throw SnsErrors.InvalidParameter("Message Structure - JSON message body failed to parse");
    }

    private static bool IsSubject(string subject) =>
        subject.Length is > 0 and <= LongestSubject && !subject.Any(char.IsControl) && !char.IsWhiteSpace(subject[0]);

    private static int Bytes(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);
}
