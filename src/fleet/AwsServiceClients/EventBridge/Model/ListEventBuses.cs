using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Lists event buses, one page at a time.</summary>
public class ListEventBusesRequest : AmazonEventBridgeRequest
{
    /// <summary>The size of a page, from 1 to 100.</summary>
    public int? Limit { get; set; }

    /// <summary>Only buses whose names begin so.</summary>
    public string NamePrefix { get; set; }

    /// <summary>Continues a listing from where the previous page ended.</summary>
    public string NextToken { get; set; }
}

/// <summary>A page of event buses.</summary>
public class ListEventBusesResponse : AmazonWebServiceResponse
{
    /// <summary>The buses; null when the answer has none.</summary>
    public List<EventBus> EventBuses { get; set; }

    /// <summary>Asks for the next page; null on the last one.</summary>
    public string NextToken { get; set; }
}

/// <summary>An event bus in a listing.</summary>
public class EventBus
{
    /// <summary>The bus's ARN.</summary>
    public string Arn { get; set; }

    /// <summary>When it was created, in UTC.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>What the bus is for.</summary>
    public string Description { get; set; }

    /// <summary>When it was last changed, in UTC.</summary>
    public DateTime? LastModifiedTime { get; set; }

    /// <summary>The bus's name.</summary>
    public string Name { get; set; }

    /// <summary>The policy for other accounts, as JSON.</summary>
    public string Policy { get; set; }
}
