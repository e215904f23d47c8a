using System.Globalization;
using System.Text.Json.Nodes;
using LocalAws.Policies;

namespace LocalAws.Sqs.Queues;

/// <summary>A queue's settable attributes: the texts as clients give and get them, and what they mean.</summary>
internal sealed class QueueAttributes
{
    private const string KmsKey = "KmsMasterKeyId";
    private const string KmsReusePeriod = "KmsDataKeyReusePeriodSeconds";
    private const string SqsManaged = "SqsManagedSseEnabled";
    private const string Fifo = "FifoQueue";
    private const string ContentBased = "ContentBasedDeduplication";
    private const string Scope = "DeduplicationScope";
    private const string ThroughputLimit = "FifoThroughputLimit";

    /// <summary>What a standard queue has that was created without attributes.</summary>
    public static readonly QueueAttributes OfStandardQueues = new(new Dictionary<string, string>
    {
        ["VisibilityTimeout"] = "30",
        ["DelaySeconds"] = "0",
        ["MessageRetentionPeriod"] = "345600",
        ["ReceiveMessageWaitTimeSeconds"] = "0",
        ["MaximumMessageSize"] = "1048576",
        [SqsManaged] = "true",
    });

    /// <summary>What a FIFO queue has that was created without more.</summary>
    public static readonly QueueAttributes OfFifoQueues = new(new Dictionary<string, string>(OfStandardQueues._values)
    {
        [Fifo] = "true",
        [ContentBased] = "false",
        [Scope] = "queue",
        [ThroughputLimit] = "perQueue",
    });

    private readonly Dictionary<string, string> _values;

    private QueueAttributes(Dictionary<string, string> values)
    {
        _values = values;
        VisibilityTimeout = Seconds("VisibilityTimeout");
        Delay = Seconds("DelaySeconds");
        Retention = Seconds("MessageRetentionPeriod");
        ReceiveWait = Seconds("ReceiveMessageWaitTimeSeconds");
        MaximumMessageSize = Number("MaximumMessageSize");
        IsFifo = values.ContainsKey(Fifo);
        DeduplicatesContent = values.GetValueOrDefault(ContentBased) == "true";
        DeduplicatesByGroup = values.GetValueOrDefault(Scope) == "messageGroup";
        if (values.TryGetValue("RedrivePolicy", out var redrive))
        {
            RedrivePolicy = RedrivePolicy.Parse(redrive);
            values["RedrivePolicy"] = RedrivePolicy.ToString();
        }

        RedriveAllowPolicy = values.TryGetValue("RedriveAllowPolicy", out var allow) ? RedriveAllowPolicy.Parse(allow) : null;
        Policy = values.TryGetValue("Policy", out var policy)
            ? ResourcePolicy.TryParse(policy) ?? throw SqsErrors.InvalidAttributeValue("Policy")
            : null;
    }

    public TimeSpan VisibilityTimeout { get; }

    public TimeSpan Delay { get; }

    public TimeSpan Retention { get; }

    public TimeSpan ReceiveWait { get; }

    public int MaximumMessageSize { get; }

    public bool IsFifo { get; }

    /// <summary>Whether a message that is sent without a deduplication id gets one made of its body.</summary>
    public bool DeduplicatesContent { get; }

    /// <summary>Whether messages of two groups are never duplicates of each other.</summary>
    public bool DeduplicatesByGroup { get; }

    public RedrivePolicy? RedrivePolicy { get; }

    public RedriveAllowPolicy? RedriveAllowPolicy { get; }

    public ResourcePolicy? Policy { get; }

    /// <summary>The texts, by name.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>What a queue has at first for which these attributes are asked.</summary>
    public static QueueAttributes For(IReadOnlyDictionary<string, string?> asked) =>
        "true".Equals(asked.GetValueOrDefault(Fifo), StringComparison.OrdinalIgnoreCase) ? OfFifoQueues : OfStandardQueues;

    /// <summary>What a queue had when it was saved.</summary>
    public static QueueAttributes Restore(IReadOnlyDictionary<string, string> saved) => new(saved.ToDictionary());

    /// <summary>These attributes with some of them changed; an empty text takes an optional one away.</summary>
    /// <exception cref="Http.AwsException">A name is unknown or a value out of range: nothing changes then.</exception>
    public QueueAttributes With(IReadOnlyDictionary<string, string?> changes)
    {
        var values = new Dictionary<string, string>(_values);
        foreach (var (name, value) in changes)
        {
            var accepted = QueueAttributeRules.Accept(name, value, IsFifo);
            if (accepted.Length == 0)
            {
                values.Remove(name);
            }
            else
            {
                values[name] = accepted;
            }
        }

        ChooseEncryption(values, changes);
        CheckThroughput(values);
        return new QueueAttributes(values);
    }

    /// <summary>The first of the given attributes that has another value here; null when none has.</summary>
    public string? FirstDifference(IReadOnlyDictionary<string, string?> attributes)
    {
        var merged = With(attributes);
        return attributes.Keys.FirstOrDefault(
            name => !IsSame(merged._values.GetValueOrDefault(name), _values.GetValueOrDefault(name)));
    }

    // Of JSON, neither spaces nor the order of members make a difference.
    private static bool IsSame(string? left, string? right) =>
        left == right
        || (left is ['{', ..] && right is ['{', ..] && JsonNode.DeepEquals(JsonNode.Parse(left), JsonNode.Parse(right)));

    // A queue is encrypted by SQS or by KMS: choosing one gives up the other. A data key's reuse period is KMS's alone.
    private static void ChooseEncryption(Dictionary<string, string> values, IReadOnlyDictionary<string, string?> changes)
    {
        var choosesKms = changes.GetValueOrDefault(KmsKey) is { Length: > 0 };
        var choosesSqs = changes.ContainsKey(SqsManaged) && values[SqsManaged] == "true";
        if (choosesKms && choosesSqs)
        {
            throw SqsErrors.InvalidAttributeName(
                "You can use one type of server-side encryption (SSE) at one time. You can either enable KMS SSE or SQS SSE.");
        }

        if (choosesKms)
        {
            values[SqsManaged] = "false";
            values.TryAdd(KmsReusePeriod, "300");
        }

        if (choosesSqs)
        {
            values.Remove(KmsKey);
        }

        if (!values.ContainsKey(KmsKey))
        {
            values.Remove(KmsReusePeriod);
        }
    }

    private static void CheckThroughput(Dictionary<string, string> values)
    {
        if (values.GetValueOrDefault(ThroughputLimit) == "perMessageGroupId" && values[Scope] != "messageGroup")
        {
            throw SqsErrors.InvalidAttributeValue(
                ThroughputLimit, "perMessageGroupId is allowed only when the value for DeduplicationScope is messageGroup.");
        }
    }

    private TimeSpan Seconds(string name) => TimeSpan.FromSeconds(Number(name));

    private int Number(string name) => int.Parse(_values[name], CultureInfo.InvariantCulture);
}
