using System.Collections.Frozen;
using System.Globalization;

namespace LocalAws.Sqs.Queues;

/// <summary>Which attributes a standard queue has, and what values they take.</summary>
internal static class QueueAttributeRules
{
    private static readonly FrozenDictionary<string, (int Least, int Most)> Ranges = new Dictionary<string, (int, int)>
    {
        ["VisibilityTimeout"] = (0, 43_200),
        ["DelaySeconds"] = (0, 900),
        ["MessageRetentionPeriod"] = (60, 1_209_600),
        ["ReceiveMessageWaitTimeSeconds"] = (0, 20),
        ["MaximumMessageSize"] = (1_024, 1_048_576),
        ["KmsDataKeyReusePeriodSeconds"] = (60, 86_400),
    }.ToFrozenDictionary();

    // Their parsers say what is wrong with them.
    private static readonly FrozenSet<string> Documents = FrozenSet.Create("Policy", "RedrivePolicy", "RedriveAllowPolicy");

    private static readonly FrozenSet<string> ReadOnly = FrozenSet.Create(
        "QueueArn",
        "CreatedTimestamp",
        "LastModifiedTimestamp",
        "ApproximateNumberOfMessages",
        "ApproximateNumberOfMessagesNotVisible",
        "ApproximateNumberOfMessagesDelayed");

    private static readonly FrozenSet<string> OfFifoQueues = FrozenSet.Create(
        "FifoQueue", "ContentBasedDeduplication", "DeduplicationScope", "FifoThroughputLimit");

    /// <summary>Whether a request may ask for the attribute.</summary>
    public static bool CanBeRead(string name) =>
        name == "All" || IsSettable(name) || ReadOnly.Contains(name) || OfFifoQueues.Contains(name);

    /// <exception cref="Http.AwsException">The attribute cannot be set, or not to this value.</exception>
    public static void Check(string name, string? value)
    {
        if (!IsSettable(name))
        {
            throw SqsErrors.UnknownAttribute(name);
        }

        if (value is null || !IsValid(name, value))
        {
            throw SqsErrors.InvalidAttributeValue(name);
        }
    }

    private static bool IsSettable(string name) =>
        Ranges.ContainsKey(name) || Documents.Contains(name) || name is "KmsMasterKeyId" or "SqsManagedSseEnabled";

    private static bool IsValid(string name, string value)
    {
        if (Ranges.TryGetValue(name, out var range))
        {
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= range.Least && number <= range.Most;
        }

        return name != "SqsManagedSseEnabled" || value is "true" or "false";
    }
}
