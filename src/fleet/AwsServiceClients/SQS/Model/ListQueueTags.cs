using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>Lists a queue's tags.</summary>
public class ListQueueTagsRequest : AmazonSQSRequest
{
    /// <summary>The queue's URL; required.</summary>
    public string QueueUrl { get; set; }
}

/// <summary>A queue's tags.</summary>
public class ListQueueTagsResponse : AmazonWebServiceResponse
{
    /// <summary>The queue's tags; null when there are none.</summary>
    public Dictionary<string, string> Tags { get; set; }
}
