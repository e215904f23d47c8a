using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>Puts tags on a queue, over those of the same key.</summary>
public class TagQueueRequest : AmazonSQSRequest
{
    /// <summary>The queue's URL; required.</summary>
    public string QueueUrl { get; set; }

    /// <summary>The tags to put; required.</summary>
    public Dictionary<string, string> Tags { get; set; }
}

/// <summary>The answer to <see cref="TagQueueRequest"/>; it carries nothing but its metadata.</summary>
public class TagQueueResponse : AmazonWebServiceResponse;
