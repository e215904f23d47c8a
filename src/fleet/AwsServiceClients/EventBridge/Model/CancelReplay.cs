using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Stops a replay; what was replayed stays so.</summary>
public class CancelReplayRequest : AmazonEventBridgeRequest
{
    /// <summary>The replay's name; required.</summary>
    public string ReplayName { get; set; }
}

/// <summary>The replay that is being stopped.</summary>
public class CancelReplayResponse : AmazonWebServiceResponse
{
    /// <summary>The replay's ARN.</summary>
    public string ReplayArn { get; set; }

    /// <summary>How far the replay is.</summary>
    public ReplayState State { get; set; }

    /// <summary>Why it is in that state.</summary>
    public string StateReason { get; set; }
}
