using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.SQS.Model;

/// <summary>Lists the queues that dead-letter to a queue, one page at a time.</summary>
public class ListDeadLetterSourceQueuesRequest : AmazonSQSRequest
{
    /// <summary>The size of a page, from 1 to 1000; paging needs it.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Continues a listing from where the previous page ended.</summary>
    public string NextToken { get; set; }

    /// <summary>The queue's URL; required.</summary>
    public string QueueUrl { get; set; }
}

/// <summary>A page of queues.</summary>
public class ListDeadLetterSourceQueuesResponse : AmazonWebServiceResponse
{
    /// <summary>Asks for the next page; null on the last one.</summary>
    public string NextToken { get; set; }

    /// <summary>The source queues' URLs; null when there are none.</summary>
    [JsonPropertyName("queueUrls")]
    public List<string> QueueUrls { get; set; }
}
