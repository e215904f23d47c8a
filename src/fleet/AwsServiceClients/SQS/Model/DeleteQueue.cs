using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>Deletes a queue with all its messages.</summary>
public class DeleteQueueRequest : AmazonSQSRequest
{
    /// <summary>Creates an empty request.</summary>
    public DeleteQueueRequest()
    {
    }

    /// <summary>Creates a request for one queue.</summary>
    public DeleteQueueRequest(string queueUrl)
    {
        QueueUrl = queueUrl;
    }

    /// <summary>The queue's URL; required.</summary>
    public string QueueUrl { get; set; }
}

/// <summary>The answer to <see cref="DeleteQueueRequest"/>; it carries nothing but its metadata.</summary>
public class DeleteQueueResponse : AmazonWebServiceResponse;
