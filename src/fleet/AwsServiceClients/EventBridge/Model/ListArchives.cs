using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Lists archives, one page at a time; only one filter may be given.</summary>
public class ListArchivesRequest : AmazonEventBridgeRequest
{
    /// <summary>Only archives of this bus.</summary>
    public string EventSourceArn { get; set; }

    /// <summary>The size of a page, from 1 to 100.</summary>
    public int? Limit { get; set; }

    /// <summary>Only archives whose names begin so.</summary>
    public string NamePrefix { get; set; }

    /// <summary>Continues a listing from where the previous page ended.</summary>
    public string NextToken { get; set; }

    /// <summary>Only archives in this state.</summary>
    public ArchiveState State { get; set; }
}

/// <summary>A page of archives.</summary>
public class ListArchivesResponse : AmazonWebServiceResponse
{
    /// <summary>The archives; null when the answer has none.</summary>
    public List<Archive> Archives { get; set; }

    /// <summary>Asks for the next page; null on the last one.</summary>
    public string NextToken { get; set; }
}

/// <summary>An archive in a listing.</summary>
public class Archive
{
    /// <summary>The archive's name.</summary>
    public string ArchiveName { get; set; }

    /// <summary>When it was created, in UTC.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>About how many events it holds.</summary>
    public long? EventCount { get; set; }

    /// <summary>The ARN of the bus it keeps events of.</summary>
    public string EventSourceArn { get; set; }

    /// <summary>How many days events are kept; 0 or null means for ever.</summary>
    public int? RetentionDays { get; set; }

    /// <summary>About how many bytes it holds.</summary>
    public long? SizeBytes { get; set; }

    /// <summary>What the archive is doing.</summary>
    public ArchiveState State { get; set; }

    /// <summary>Why it is in that state.</summary>
    public string StateReason { get; set; }
}
