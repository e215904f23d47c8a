using Amazon.Runtime;

namespace Amazon.SQS;

/// <summary>The attributes that SQS gives a message.</summary>
public class MessageSystemAttributeName : ConstantClass
{
    /// <summary>Every attribute.</summary>
    public static readonly MessageSystemAttributeName All = new(nameof(All));

    /// <summary>When the message was first received, in epoch milliseconds.</summary>
    public static readonly MessageSystemAttributeName ApproximateFirstReceiveTimestamp =
        new(nameof(ApproximateFirstReceiveTimestamp));

    /// <summary>How often the message was received.</summary>
    public static readonly MessageSystemAttributeName ApproximateReceiveCount =
        new(nameof(ApproximateReceiveCount));

    /// <summary>The AWS X-Ray trace header.</summary>
    public static readonly MessageSystemAttributeName AWSTraceHeader = new(nameof(AWSTraceHeader));

    /// <summary>The queue that SQS dead-lettered the message from.</summary>
    public static readonly MessageSystemAttributeName DeadLetterQueueSourceArn =
        new(nameof(DeadLetterQueueSourceArn));

    /// <summary>What makes two sends one message on a FIFO queue.</summary>
    public static readonly MessageSystemAttributeName MessageDeduplicationId = new(nameof(MessageDeduplicationId));

    /// <summary>The message's group.</summary>
    public static readonly MessageSystemAttributeName MessageGroupId = new(nameof(MessageGroupId));

    /// <summary>Who sent the message.</summary>
    public static readonly MessageSystemAttributeName SenderId = new(nameof(SenderId));

    /// <summary>When the message was sent, in epoch milliseconds.</summary>
    public static readonly MessageSystemAttributeName SentTimestamp = new(nameof(SentTimestamp));

    /// <summary>The message's place in its group.</summary>
    public static readonly MessageSystemAttributeName SequenceNumber = new(nameof(SequenceNumber));

    /// <summary>Creates a value, known or not.</summary>
    public MessageSystemAttributeName(string value)
        : base(value)
    {
    }

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static MessageSystemAttributeName FindValue(string value) => FindValue<MessageSystemAttributeName>(value);

    /// <summary>Finds the known value of that text, or creates an unknown one; null gives null.</summary>
    public static implicit operator MessageSystemAttributeName(string value) => FindValue(value);
}
