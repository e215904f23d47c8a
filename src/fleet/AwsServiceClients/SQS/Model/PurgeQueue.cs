using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>Deletes every message of a queue; at most once a minute.</summary>
public class PurgeQueueRequest : AmazonSQSRequest
{
    /// <summary>The queue's URL; required.</summary>
    public string QueueUrl { get; set; }
}

/// <summary>The answer to <see cref="PurgeQueueRequest"/>; it carries nothing but its metadata.</summary>
public class PurgeQueueResponse : AmazonWebServiceResponse;
