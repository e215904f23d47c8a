using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>Sends a message to a queue.</summary>
public class SendMessageRequest : AmazonSQSRequest
{
    /// <summary>Creates an empty request.</summary>
    public SendMessageRequest()
    {
    }

    /// <summary>Creates a request for one message.</summary>
    public SendMessageRequest(string queueUrl, string messageBody)
    {
        QueueUrl = queueUrl;
        MessageBody = messageBody;
    }

    /// <summary>
    /// How long the message stays hidden at first, from 0 to 900 seconds; null takes the queue's delay.
    /// </summary>
    public int? DelaySeconds { get; set; }

    /// <summary>At most ten attributes of the sender, by name.</summary>
    public Dictionary<string, MessageAttributeValue> MessageAttributes { get; set; }

    /// <summary>The body, 1 byte to 1 MiB with its attributes; required.</summary>
    public string MessageBody { get; set; }

    /// <summary>What makes two sends one message on a FIFO queue.</summary>
    public string MessageDeduplicationId { get; set; }

    /// <summary>The group within which a FIFO queue keeps order; on a standard queue, a fairness group.</summary>
    public string MessageGroupId { get; set; }

    /// <summary>Attributes for SQS itself; only <c>AWSTraceHeader</c> exists.</summary>
    public Dictionary<string, MessageSystemAttributeValue> MessageSystemAttributes { get; set; }

    /// <summary>The queue's URL; required.</summary>
    public string QueueUrl { get; set; }
}

/// <summary>What SQS stored.</summary>
public class SendMessageResponse : AmazonWebServiceResponse
{
    /// <summary>The MD5 of the attributes as SQS stored them; checked by the client.</summary>
    public string MD5OfMessageAttributes { get; set; }

    /// <summary>The MD5 of the body as SQS stored it; checked by the client.</summary>
    public string MD5OfMessageBody { get; set; }

    /// <summary>The MD5 of the system attributes; not checked.</summary>
    public string MD5OfMessageSystemAttributes { get; set; }

    /// <summary>The id SQS gave the message.</summary>
    public string MessageId { get; set; }

    /// <summary>The message's place in its group; FIFO queues only.</summary>
    public string SequenceNumber { get; set; }
}
