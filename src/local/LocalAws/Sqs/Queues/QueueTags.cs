using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace LocalAws.Sqs.Queues;

/// <summary>A queue's tags, within AWS's limits.</summary>
internal static class QueueTags
{
    private const int Most = 50;
    private const int LongestKey = 128;
    private const int LongestValue = 256;

    /// <summary>The tags with others added to them or put in their place.</summary>
    /// <exception cref="Http.AwsException">A tag is malformed or AWS's own, or there would be too many.</exception>
    public static ImmutableDictionary<string, string> With(
        this ImmutableDictionary<string, string> tags, IReadOnlyDictionary<string, string?> added, string queueName)
    {
        foreach (var (key, value) in added)
        {
            CheckKey(key);
            CheckValue(value);
            tags = tags.SetItem(key, value);
        }

        return tags.Count <= Most
            ? tags
            : throw SqsErrors.InvalidParameter($"Too many tags added for queue {queueName}.");
    }

    /// <exception cref="Http.AwsException">It is no key of a tag, or of one that only AWS sets.</exception>
    public static void CheckKey(string key)
    {
        if (key.Length is 0 or > LongestKey)
        {
            throw SqsErrors.InvalidParameter($"Tag keys must be between 1 and {LongestKey} characters in length.");
        }

        if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
        {
            throw SqsErrors.InvalidParameter($"Tag key {key} is invalid: the prefix aws: is reserved.");
        }

        CheckCharacters(key);
    }

    private static void CheckValue([NotNull] string? value)
    {
        if (value is not { Length: <= LongestValue })
        {
            throw SqsErrors.InvalidParameter($"Tag values must be between 0 and {LongestValue} characters in length.");
        }

        CheckCharacters(value);
    }

    private static void CheckCharacters(string text)
    {
        if (!text.All(character => char.IsLetterOrDigit(character) || char.IsWhiteSpace(character) || "_.:/=+-@".Contains(character)))
        {
            throw SqsErrors.InvalidParameter(
                $"Tag keys and values can only contain letters, digits, white space and _ . : / = + - @, not '{text}'.");
        }
    }
}
