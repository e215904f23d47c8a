using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>Lists queues, one page at a time.</summary>
public class ListQueuesRequest : AmazonSQSRequest
{
    /// <summary>Creates an empty request.</summary>
    public ListQueuesRequest()
    {
    }

    /// <summary>Creates a request for the queues whose names begin so.</summary>
    public ListQueuesRequest(string queueNamePrefix)
    {
        QueueNamePrefix = queueNamePrefix;
    }

    /// <summary>The size of a page, from 1 to 1000; paging needs it.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Continues a listing from where the previous page ended.</summary>
    public string NextToken { get; set; }

    /// <summary>Only queues whose names begin so.</summary>
    public string QueueNamePrefix { get; set; }
}

/// <summary>A page of queues.</summary>
public class ListQueuesResponse : AmazonWebServiceResponse
{
    /// <summary>Asks for the next page; null on the last one.</summary>
    public string NextToken { get; set; }

    /// <summary>The queues' URLs; null when there are none.</summary>
    public List<string> QueueUrls { get; set; }
}
