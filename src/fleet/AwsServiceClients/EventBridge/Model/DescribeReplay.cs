using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Describes a replay.</summary>
public class DescribeReplayRequest : AmazonEventBridgeRequest
{
    /// <summary>The replay's name; required.</summary>
    public string ReplayName { get; set; }
}

/// <summary>A replay.</summary>
public class DescribeReplayResponse : AmazonWebServiceResponse
{
    /// <summary>What the replay is for.</summary>
    public string Description { get; set; }

    /// <summary>The bus, and the rules on it, that get the events.</summary>
    public ReplayDestination Destination { get; set; }

    /// <summary>The end of the window, in UTC.</summary>
    public DateTime? EventEndTime { get; set; }

    /// <summary>The time of the event replayed last, in UTC.</summary>
    public DateTime? EventLastReplayedTime { get; set; }

    /// <summary>The archive's ARN.</summary>
    public string EventSourceArn { get; set; }

    /// <summary>The start of the window, in UTC.</summary>
    public DateTime? EventStartTime { get; set; }

    /// <summary>The replay's ARN.</summary>
    public string ReplayArn { get; set; }

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
