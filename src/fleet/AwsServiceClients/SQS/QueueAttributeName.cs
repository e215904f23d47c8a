using Amazon.Runtime;

namespace Amazon.SQS;

/// <summary>The attributes of a queue.</summary>
public class QueueAttributeName : ConstantClass
{
    /// <summary>Every attribute.</summary>
    public static readonly QueueAttributeName All = new(nameof(All));

    /// <summary>About how many messages can be received.</summary>
    public static readonly QueueAttributeName ApproximateNumberOfMessages =
        new(nameof(ApproximateNumberOfMessages));

    /// <summary>About how many messages are delayed.</summary>
    public static readonly QueueAttributeName ApproximateNumberOfMessagesDelayed =
        new(nameof(ApproximateNumberOfMessagesDelayed));

    /// <summary>About how many messages are in flight.</summary>
    public static readonly QueueAttributeName ApproximateNumberOfMessagesNotVisible =
        new(nameof(ApproximateNumberOfMessagesNotVisible));

    /// <summary>Whether a FIFO queue tells duplicates by their content.</summary>
    public static readonly QueueAttributeName ContentBasedDeduplication = new(nameof(ContentBasedDeduplication));

    /// <summary>When the queue was created, in epoch seconds.</summary>
    public static readonly QueueAttributeName CreatedTimestamp = new(nameof(CreatedTimestamp));

    /// <summary>Whether duplicates are told per queue or per message group.</summary>
    public static readonly QueueAttributeName DeduplicationScope = new(nameof(DeduplicationScope));

    /// <summary>The delay of new messages.</summary>
    public static readonly QueueAttributeName DelaySeconds = new(nameof(DelaySeconds));

    /// <summary>Whether the queue is a FIFO queue.</summary>
    public static readonly QueueAttributeName FifoQueue = new(nameof(FifoQueue));

    /// <summary>Whether throughput is limited per queue or per message group.</summary>
    public static readonly QueueAttributeName FifoThroughputLimit = new(nameof(FifoThroughputLimit));

    /// <summary>How long a data key is used again.</summary>
    public static readonly QueueAttributeName KmsDataKeyReusePeriodSeconds =
        new(nameof(KmsDataKeyReusePeriodSeconds));

    /// <summary>The KMS key that encrypts messages.</summary>
    public static readonly QueueAttributeName KmsMasterKeyId = new(nameof(KmsMasterKeyId));

    /// <summary>When the queue was last changed, in epoch seconds.</summary>
    public static readonly QueueAttributeName LastModifiedTimestamp = new(nameof(LastModifiedTimestamp));

    /// <summary>The largest message in bytes.</summary>
    public static readonly QueueAttributeName MaximumMessageSize = new(nameof(MaximumMessageSize));

    /// <summary>How long messages are kept, in seconds.</summary>
    public static readonly QueueAttributeName MessageRetentionPeriod = new(nameof(MessageRetentionPeriod));

    /// <summary>The queue's policy as JSON.</summary>
    public static readonly QueueAttributeName Policy = new(nameof(Policy));

    /// <summary>The queue's ARN.</summary>
    public static readonly QueueAttributeName QueueArn = new(nameof(QueueArn));

    /// <summary>How long a receive waits unless it says otherwise.</summary>
    public static readonly QueueAttributeName ReceiveMessageWaitTimeSeconds =
        new(nameof(ReceiveMessageWaitTimeSeconds));

    /// <summary>Which queues may dead-letter to this one, as JSON.</summary>
    public static readonly QueueAttributeName RedriveAllowPolicy = new(nameof(RedriveAllowPolicy));

    /// <summary>Where messages are dead-lettered and after how many receives, as JSON.</summary>
    public static readonly QueueAttributeName RedrivePolicy = new(nameof(RedrivePolicy));

    /// <summary>Whether SQS encrypts messages with a key of its own.</summary>
    public static readonly QueueAttributeName SqsManagedSseEnabled = new(nameof(SqsManagedSseEnabled));

    /// <summary>How long a received message stays hidden, in seconds.</summary>
    public static readonly QueueAttributeName VisibilityTimeout = new(nameof(VisibilityTimeout));

    /// <summary>Creates a value, known or not.</summary>
    public QueueAttributeName(string value)
        : base(value)
    {
    }

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static QueueAttributeName FindValue(string value) => FindValue<QueueAttributeName>(value);

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static implicit operator QueueAttributeName(string value) => FindValue(value);
}
