using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Starts to put the events of an archive on its bus again.</summary>
public class StartReplayRequest : AmazonEventBridgeRequest
{
    /// <summary>What the replay is for.</summary>
    public string Description { get; set; }

    /// <summary>The bus, and the rules on it, that get the events; required.</summary>
    public ReplayDestination Destination { get; set; }

    /// <summary>The end of the window; required.</summary>
    public DateTime? EventEndTime { get; set; }

    /// <summary>The archive's ARN; required.</summary>
    public string EventSourceArn { get; set; }

    /// <summary>The start of the window; required.</summary>
    public DateTime? EventStartTime { get; set; }

    /// <summary>The replay's name; required.</summary>
    public string ReplayName { get; set; }
}

/// <summary>The replay that was started.</summary>
public class StartReplayResponse : AmazonWebServiceResponse
{
    /// <summary>The replay's ARN.</summary>
    public string ReplayArn { get; set; }

    /// <summary>When the replay started, in UTC.</summary>
    public DateTime? ReplayStartTime { get; set; }

    /// <summary>How far the replay is.</summary>
    public ReplayState State { get; set; }

    /// <summary>Why it is in that state.</summary>
    public string StateReason { get; set; }
}

/// <summary>Where a replay puts its events.</summary>
public class ReplayDestination
{
    /// <summary>The bus's ARN, the one that was archived; required.</summary>
    public string Arn { get; set; }

    /// <summary>The ARNs of the rules that get the events; null means all rules.</summary>
    public List<string> FilterArns { get; set; }
}
