using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Lists replays, one page at a time; only one filter may be given.</summary>
public class ListReplaysRequest : AmazonEventBridgeRequest
{
    /// <summary>Only replays of this archive.</summary>
    public string EventSourceArn { get; set; }

    /// <summary>The size of a page, from 1 to 100.</summary>
    public int? Limit { get; set; }

    /// <summary>Only replays whose names begin so.</summary>
    public string NamePrefix { get; set; }

    /// <summary>Continues a listing from where the previous page ended.</summary>
    public string NextToken { get; set; }

    /// <summary>Only replays in this state.</summary>
    public ReplayState State { get; set; }
}

/// <summary>A page of replays.</summary>
public class ListReplaysResponse : AmazonWebServiceResponse
{
    /// <summary>Asks for the next page; null on the last one.</summary>
    public string NextToken { get; set; }

    /// <summary>The replays; null when the answer has none.</summary>
    public List<Replay> Replays { get; set; }
}

/// <summary>A replay in a listing.</summary>
public class Replay
{
    /// <summary>The end of the window, in UTC.</summary>
    public DateTime? EventEndTime { get; set; }

    /// <summary>The time of the event replayed last, in UTC.</summary>
    public DateTime? EventLastReplayedTime { get; set; }

    /// <summary>The archive's ARN.</summary>
    public string EventSourceArn { get; set; }

    /// <summary>The start of the window, in UTC.</summary>
    public DateTime? EventStartTime { get; set; }

    /// <summary>When the replay ended, in UTC.</summary>
    public DateTime? ReplayEndTime { get; set; }

    /// <summary>The replay's name.</summary>
    public string ReplayName { get; set; }

    /// <summary>When the replay started, in UTC.</summary>
    public DateTime? ReplayStartTime { get; set; }

    /// <summary>How far the replay is.</summary>
    public ReplayState State { get; set; }

    /// <summary>Why it is in that state.</summary>
    public string StateReason { get; set; }
}
