using System.Collections.Frozen;
using System.Globalization;

namespace LocalAws.Sqs.Queues;

/// <summary>Which attributes a queue has, and what values they take.</summary>
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

    private static readonly FrozenDictionary<string, string[]> Choices = new Dictionary<string, string[]>
    {
        ["SqsManagedSseEnabled"] = ["true", "false"],
        ["FifoQueue"] = ["true", "false"],
        ["ContentBasedDeduplication"] = ["true", "false"],
        ["DeduplicationScope"] = ["queue", "messageGroup"],
        ["FifoThroughputLimit"] = ["perQueue", "perMessageGroupId"],
    }.ToFrozenDictionary();

    // Whoever reads them says what is wrong with them.
    private static readonly FrozenSet<string> Texts = FrozenSet.Create("Policy", "RedrivePolicy", "RedriveAllowPolicy", "KmsMasterKeyId");

    private static readonly FrozenSet<string> ReadOnly = FrozenSet.Create(
        "QueueArn",
        "CreatedTimestamp",
        "LastModifiedTimestamp",
        "ApproximateNumberOfMessages",
        "ApproximateNumberOfMessagesNotVisible",
        "ApproximateNumberOfMessagesDelayed");

    /// <summary>Whether a request may ask for the attribute.</summary>
    public static bool CanBeRead(string name) => name == "All" || IsSettable(name) || ReadOnly.Contains(name);

    /// <summary>The value as the queue keeps and shows it.</summary>
    /// <param name="name">The attribute.</param>
    /// <param name="value">The value as it was sent.</param>
    /// <param name="isFifo">Whether it is for a FIFO queue.</param>
    /// <exception cref="Http.AwsException">A queue of that type does not have the attribute, or it does not take the value.</exception>
    public static string Accept(string name, string? value, bool isFifo)
    {
        if (!IsSettable(name) || (!isFifo && name is "FifoQueue" or "ContentBasedDeduplication"))
        {
            throw SqsErrors.UnknownAttribute(name);
        }

        if (!isFifo && name is "DeduplicationScope" or "FifoThroughputLimit")
        {
            throw SqsErrors.InvalidAttributeName($"You can specify the {name} only when FifoQueue is set to true.");
        }

        var accepted = Choices.TryGetValue(name, out var choices) ? Choose(choices, value) : value;
        if (accepted is null || (Ranges.TryGetValue(name, out var range) && !IsIn(range, accepted)))
        {
            throw SqsErrors.InvalidAttributeValue(name);
        }

        return name == "FifoQueue" && accepted == "false"
            ? throw SqsErrors.InvalidAttributeValue(name, "Modifying queue type is not supported.")
            : accepted;
    }

    private static bool IsSettable(string name) => Ranges.ContainsKey(name) || Choices.ContainsKey(name) || Texts.Contains(name);

    // AWS takes True for true.
    private static string? Choose(string[] choices, string? value)
    {
        var comparison = choices[0] == "true" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return Array.Find(choices, choice => choice.Equals(value, comparison));
    }

    private static bool IsIn((int Least, int Most) range, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= range.Least && number <= range.Most;
}
