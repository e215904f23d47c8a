using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>Sets attributes of a queue; those not named stay as they are.</summary>
public class SetQueueAttributesRequest : AmazonSQSRequest
{
    /// <summary>Creates an empty request.</summary>
    public SetQueueAttributesRequest()
    {
    }

    /// <summary>Creates a request for one queue.</summary>
    public SetQueueAttributesRequest(string queueUrl, Dictionary<string, string> attributes)
    {
        QueueUrl = queueUrl;
        Attributes = attributes;
    }

    /// <summary>The values to set, by the names in <see cref="QueueAttributeName"/>; required.</summary>
    public Dictionary<string, string> Attributes { get; set; }

    /// <summary>The queue's URL; required.</summary>
    public string QueueUrl { get; set; }
}

/// <summary>The answer to <see cref="SetQueueAttributesRequest"/>; it carries nothing but its metadata.</summary>
public class SetQueueAttributesResponse : AmazonWebServiceResponse;
