using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>Changes the visibility of up to ten received messages; each may fail on its own.</summary>
public class ChangeMessageVisibilityBatchRequest : AmazonSQSRequest
{
    /// <summary>Creates an empty request.</summary>
    public ChangeMessageVisibilityBatchRequest()
    {
    }

    /// <summary>Creates a request for the given entries.</summary>
    public ChangeMessageVisibilityBatchRequest(string queueUrl, List<ChangeMessageVisibilityBatchRequestEntry> entries)
    {
        QueueUrl = queueUrl;
        Entries = entries;
    }

    /// <summary>One to ten entries; required.</summary>
    public List<ChangeMessageVisibilityBatchRequestEntry> Entries { get; set; }

    /// <summary>The queue's URL; required.</summary>
    public string QueueUrl { get; set; }
}

/// <summary>Which messages were changed, and which were not.</summary>
public class ChangeMessageVisibilityBatchResponse : AmazonWebServiceResponse
{
    /// <summary>The entries that failed; null when none did.</summary>
    public List<BatchResultErrorEntry> Failed { get; set; }

    /// <summary>The entries that succeeded; null when none did.</summary>
    public List<ChangeMessageVisibilityBatchResultEntry> Successful { get; set; }
}

/// <summary>One message to hide for longer or to show again.</summary>
public class ChangeMessageVisibilityBatchRequestEntry
{
    /// <summary>Creates an empty entry.</summary>
    public ChangeMessageVisibilityBatchRequestEntry()
    {
    }

    /// <summary>Creates an entry for one message.</summary>
    public ChangeMessageVisibilityBatchRequestEntry(string id, string receiptHandle)
    {
        Id = id;
        ReceiptHandle = receiptHandle;
    }

    /// <summary>Tells this entry apart within its batch; required, and echoed in the result.</summary>
    public string Id { get; set; }

    /// <summary>The handle that the latest receive of the message gave out; required.</summary>
    public string ReceiptHandle { get; set; }

    /// <summary>How long the message stays hidden from now on, from 0 to 43,200 seconds; required.</summary>
    public int? VisibilityTimeout { get; set; }
}

/// <summary>One message whose visibility was changed.</summary>
public class ChangeMessageVisibilityBatchResultEntry
{
    /// <summary>The id of the request entry this answers.</summary>
    public string Id { get; set; }
}
