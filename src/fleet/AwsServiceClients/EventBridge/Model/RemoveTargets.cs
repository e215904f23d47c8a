using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Removes targets from a rule; each may fail on its own.</summary>
public class RemoveTargetsRequest : AmazonEventBridgeRequest
{
    /// <summary>The bus, by name or ARN; null means the account's default bus.</summary>
    public string EventBusName { get; set; }

    /// <summary>Whether to act on a rule that an AWS service manages.</summary>
    public bool? Force { get; set; }

    /// <summary>The targets' ids; required.</summary>
    public List<string> Ids { get; set; }

    /// <summary>The rule's name; required.</summary>
    public string Rule { get; set; }
}

/// <summary>Which targets were not removed.</summary>
public class RemoveTargetsResponse : AmazonWebServiceResponse
{
    /// <summary>The targets that failed; empty or null when none did.</summary>
    public List<RemoveTargetsResultEntry> FailedEntries { get; set; }

    /// <summary>How many targets failed.</summary>
    public int? FailedEntryCount { get; set; }
}

/// <summary>Why one target was not removed.</summary>
public class RemoveTargetsResultEntry
{
    /// <summary>The error code.</summary>
    public string ErrorCode { get; set; }

    /// <summary>The reason in words.</summary>
    public string ErrorMessage { get; set; }

    /// <summary>The target's id.</summary>
    public string TargetId { get; set; }
}
