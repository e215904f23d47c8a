using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>Looks up a queue's URL by its name.</summary>
public class GetQueueUrlRequest : AmazonSQSRequest
{
    /// <summary>Creates an empty request.</summary>
    public GetQueueUrlRequest()
    {
    }

    /// <summary>Creates a request for one queue.</summary>
    public GetQueueUrlRequest(string queueName)
    {
        QueueName = queueName;
    }

    /// <summary>The queue's name; required.</summary>
    public string QueueName { get; set; }

    /// <summary>The account that owns the queue; null means the caller's.</summary>
    public string QueueOwnerAWSAccountId { get; set; }
}

/// <summary>The queue's URL.</summary>
public class GetQueueUrlResponse : AmazonWebServiceResponse
{
    /// <summary>The queue's URL.</summary>
    public string QueueUrl { get; set; }
}
