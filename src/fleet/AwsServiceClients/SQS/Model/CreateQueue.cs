using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>Creates a queue, or finds the one of that name with the same attributes.</summary>
public class CreateQueueRequest : AmazonSQSRequest
{
    /// <summary>Creates an empty request.</summary>
    public CreateQueueRequest()
    {
    }

    /// <summary>Creates a request for one queue.</summary>
    public CreateQueueRequest(string queueName)
    {
        QueueName = queueName;
    }

    /// <summary>The values to set, by the names in <see cref="QueueAttributeName"/>.</summary>
    public Dictionary<string, string> Attributes { get; set; }

    /// <summary>The queue's name; required.</summary>
    public string QueueName { get; set; }

    /// <summary>The tags to put on a new queue.</summary>
    [JsonPropertyName("tags")]
    public Dictionary<string, string> Tags { get; set; }
}

/// <summary>The queue's URL.</summary>
public class CreateQueueResponse : AmazonWebServiceResponse
{
    /// <summary>The queue's URL.</summary>
    public string QueueUrl { get; set; }
}
