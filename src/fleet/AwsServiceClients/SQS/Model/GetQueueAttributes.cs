using System.Globalization;
using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>Reads attributes of a queue.</summary>
public class GetQueueAttributesRequest : AmazonSQSRequest
{
    /// <summary>Creates an empty request.</summary>
    public GetQueueAttributesRequest()
    {
    }

    /// <summary>Creates a request for one queue.</summary>
    public GetQueueAttributesRequest(string queueUrl, List<string> attributeNames)
    {
        QueueUrl = queueUrl;
        AttributeNames = attributeNames;
    }

    /// <summary>
    /// The attributes to read, by the names in <see cref="QueueAttributeName"/>; <c>All</c> reads every one.
    /// </summary>
    public List<string> AttributeNames { get; set; }

    /// <summary>The queue's URL; required.</summary>
    public string QueueUrl { get; set; }
}

/// <summary>Attributes of a queue, as text and, for the common ones, typed.</summary>
public class GetQueueAttributesResponse : AmazonWebServiceResponse
{
    /// <summary>The attributes by name; null when there are none.</summary>
    public Dictionary<string, string> Attributes { get; set; }

    /// <summary>About how many messages can be received; 0 when absent.</summary>
    public int ApproximateNumberOfMessages => Number(nameof(ApproximateNumberOfMessages));

    /// <summary>About how many messages are delayed; 0 when absent.</summary>
    public int ApproximateNumberOfMessagesDelayed => Number(nameof(ApproximateNumberOfMessagesDelayed));

    /// <summary>About how many messages are in flight; 0 when absent.</summary>
    public int ApproximateNumberOfMessagesNotVisible => Number(nameof(ApproximateNumberOfMessagesNotVisible));

    /// <summary>Whether a FIFO queue tells duplicates by their content; null when absent.</summary>
    public bool? ContentBasedDeduplication =>
        bool.TryParse(Text(nameof(ContentBasedDeduplication)), out var on) ? on : null;

    /// <summary>When the queue was created, in UTC; the Unix epoch when absent.</summary>
    public DateTime CreatedTimestamp => DateTime.UnixEpoch.AddSeconds(Number(nameof(CreatedTimestamp)));

    /// <summary>The delay of new messages in seconds; 0 when absent.</summary>
    public int DelaySeconds => Number(nameof(DelaySeconds));

    /// <summary>Whether this is a FIFO queue.</summary>
    public bool FifoQueue => bool.TryParse(Text(nameof(FifoQueue)), out var on) && on;

    /// <summary>When the queue was last changed, in UTC; the Unix epoch when absent.</summary>
    public DateTime LastModifiedTimestamp => DateTime.UnixEpoch.AddSeconds(Number(nameof(LastModifiedTimestamp)));

    /// <summary>The largest message in bytes; 0 when absent.</summary>
    public int MaximumMessageSize => Number(nameof(MaximumMessageSize));

    /// <summary>How long messages are kept, in seconds; 0 when absent.</summary>
    public int MessageRetentionPeriod => Number(nameof(MessageRetentionPeriod));

    /// <summary>The queue's policy as JSON; null when absent.</summary>
    public string Policy => Text(nameof(Policy));

    /// <summary>The queue's ARN; null when absent.</summary>
    public string QueueARN => Text("QueueArn");

    /// <summary>The visibility timeout in seconds; 0 when absent.</summary>
    public int VisibilityTimeout => Number(nameof(VisibilityTimeout));

    private string Text(string name) => Attributes?.GetValueOrDefault(name);

    private int Number(string name) =>
        int.TryParse(Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
