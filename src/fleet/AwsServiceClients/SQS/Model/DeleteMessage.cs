using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>Deletes a received message.</summary>
public class DeleteMessageRequest : AmazonSQSRequest
{
    /// <summary>Creates an empty request.</summary>
    public DeleteMessageRequest()
    {
    }

    /// <summary>Creates a request for one message.</summary>
    public DeleteMessageRequest(string queueUrl, string receiptHandle)
    {
        QueueUrl = queueUrl;
        ReceiptHandle = receiptHandle;
    }

    /// <summary>The queue's URL; required.</summary>
    public string QueueUrl { get; set; }

    /// <summary>The handle that the latest receive of the message gave out; required.</summary>
    public string ReceiptHandle { get; set; }
}

/// <summary>The answer to <see cref="DeleteMessageRequest"/>; it carries nothing but its metadata.</summary>
public class DeleteMessageResponse : AmazonWebServiceResponse;
