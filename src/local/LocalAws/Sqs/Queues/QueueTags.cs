using System.Collections.Immutable;

namespace LocalAws.Sqs.Queues;

/// <summary>A queue's tags, within AWS's limits.</summary>
internal static class QueueTags
{
    private const int Most = 50;
    private const int LongestKey = 128;
    private const int LongestValue = 256;

    /// <summary>The tags with others added to them or put in their place.</summary>
    /// <exception cref="Http.AwsException">A tag is malformed, or there would be too many.</exception>
    public static ImmutableDictionary<string, string> With(
        this ImmutableDictionary<string, string> tags, IReadOnlyDictionary<string, string?> added, string queueName)
    {
        foreach (var (key, value) in added)
        {
            if (key.Length is 0 or > LongestKey || value is not { Length: <= LongestValue })
            {
                throw SqsErrors.InvalidParameter(
                    "Tags", $"{key}={value}", $"Keys have 1 to {LongestKey} characters, values up to {LongestValue}.");
            }

            tags = tags.SetItem(key, value);
        }

        return tags.Count <= Most
            ? tags
            : throw SqsErrors.InvalidParameter($"Too many tags added for queue {queueName}.");
    }
}
