using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>Receives up to ten messages and hides them from other receivers for the visibility timeout.</summary>
public class ReceiveMessageRequest : AmazonSQSRequest
{
    /// <summary>Creates an empty request.</summary>
    public ReceiveMessageRequest()
    {
    }

    /// <summary>Creates a request for one queue.</summary>
    public ReceiveMessageRequest(string queueUrl)
    {
        QueueUrl = queueUrl;
    }

    /// <summary>The older name of <see cref="MessageSystemAttributeNames"/>.</summary>
    [Obsolete("Use MessageSystemAttributeNames.")]
    public List<string> AttributeNames { get; set; }

    /// <summary>How many messages at most, from 1 to 10; null means 1.</summary>
    public int? MaxNumberOfMessages { get; set; }

    /// <summary>The sender's attributes to return, by name or prefix; <c>All</c> returns every one.</summary>
    public List<string> MessageAttributeNames { get; set; }

    /// <summary>The system attributes to return, by name; <c>All</c> returns every one.</summary>
    public List<string> MessageSystemAttributeNames { get; set; }

    /// <summary>The queue's URL; required.</summary>
    public string QueueUrl { get; set; }

    /// <summary>Makes a repeated receive return the same messages; FIFO queues only.</summary>
    public string ReceiveRequestAttemptId { get; set; }

    /// <summary>How long the messages stay hidden, from 0 to 43,200 seconds; null takes the queue's own.</summary>
    public int? VisibilityTimeout { get; set; }

    /// <summary>How long to wait for a first message, from 0 to 20 seconds; null takes the queue's own.</summary>
    public int? WaitTimeSeconds { get; set; }
}

/// <summary>What a receive brought.</summary>
public class ReceiveMessageResponse : AmazonWebServiceResponse
{
    /// <summary>The messages; null when none arrived in time.</summary>
    public List<Message> Messages { get; set; }
}
