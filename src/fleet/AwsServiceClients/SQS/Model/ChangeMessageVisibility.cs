using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>Hides a received message for longer, or shows it again at once.</summary>
public class ChangeMessageVisibilityRequest : AmazonSQSRequest
{
    /// <summary>Creates an empty request.</summary>
    public ChangeMessageVisibilityRequest()
    {
    }

    /// <summary>Creates a request for one message.</summary>
    public ChangeMessageVisibilityRequest(string queueUrl, string receiptHandle, int? visibilityTimeout)
    {
        QueueUrl = queueUrl;
        ReceiptHandle = receiptHandle;
        VisibilityTimeout = visibilityTimeout;
    }

    /// <summary>The queue's URL; required.</summary>
    public string QueueUrl { get; set; }

    /// <summary>The handle that the latest receive of the message gave out; required.</summary>
    public string ReceiptHandle { get; set; }

    /// <summary>How long the message stays hidden from now on, from 0 to 43,200 seconds; required.</summary>
    public int? VisibilityTimeout { get; set; }
}

/// <summary>The answer to <see cref="ChangeMessageVisibilityRequest"/>; it carries nothing but its metadata.</summary>
public class ChangeMessageVisibilityResponse : AmazonWebServiceResponse;
