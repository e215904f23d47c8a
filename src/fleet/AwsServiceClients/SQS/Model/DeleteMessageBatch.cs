using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>Deletes up to ten received messages; each may fail on its own.</summary>
public class DeleteMessageBatchRequest : AmazonSQSRequest
{
    /// <summary>Creates an empty request.</summary>
    public DeleteMessageBatchRequest()
    {
    }

    /// <summary>Creates a request for the given entries.</summary>
    public DeleteMessageBatchRequest(string queueUrl, List<DeleteMessageBatchRequestEntry> entries)
    {
        QueueUrl = queueUrl;
        Entries = entries;
    }

    /// <summary>One to ten entries; required.</summary>
    public List<DeleteMessageBatchRequestEntry> Entries { get; set; }

    /// <summary>The queue's URL; required.</summary>
    public string QueueUrl { get; set; }
}

/// <summary>Which messages were deleted, and which were not.</summary>
public class DeleteMessageBatchResponse : AmazonWebServiceResponse
{
    /// <summary>The entries that failed; null when none did.</summary>
    public List<BatchResultErrorEntry> Failed { get; set; }

    /// <summary>The entries that succeeded; null when none did.</summary>
    public List<DeleteMessageBatchResultEntry> Successful { get; set; }
}

/// <summary>One message to delete.</summary>
public class DeleteMessageBatchRequestEntry
{
    /// <summary>Creates an empty entry.</summary>
    public DeleteMessageBatchRequestEntry()
    {
    }

    /// <summary>Creates an entry for one message.</summary>
    public DeleteMessageBatchRequestEntry(string id, string receiptHandle)
    {
        Id = id;
        ReceiptHandle = receiptHandle;
    }

    /// <summary>Tells this entry apart within its batch; required, and echoed in the result.</summary>
    public string Id { get; set; }

    /// <summary>The handle that the latest receive of the message gave out; required.</summary>
    public string ReceiptHandle { get; set; }
}

/// <summary>One message that was deleted.</summary>
public class DeleteMessageBatchResultEntry
{
    /// <summary>The id of the request entry this answers.</summary>
    public string Id { get; set; }
}
