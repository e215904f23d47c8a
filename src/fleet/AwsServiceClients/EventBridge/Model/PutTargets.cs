using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Adds targets to a rule, or replaces those of the same ids; each may fail on its own.</summary>
public class PutTargetsRequest : AmazonEventBridgeRequest
{
    /// <summary>The bus, by name or ARN; null means the account's default bus.</summary>
    public string EventBusName { get; set; }

    /// <summary>The rule's name; required.</summary>
    public string Rule { get; set; }

    /// <summary>The targets; required.</summary>
    public List<Target> Targets { get; set; }
}

/// <summary>Which targets were not put.</summary>
public class PutTargetsResponse : AmazonWebServiceResponse
{
    /// <summary>The targets that failed; empty or null when none did.</summary>
    public List<PutTargetsResultEntry> FailedEntries { get; set; }

    /// <summary>How many targets failed.</summary>
    public int? FailedEntryCount { get; set; }
}

/// <summary>Why one target was not put.</summary>
public class PutTargetsResultEntry
{
    /// <summary>The error code.</summary>
    public string ErrorCode { get; set; }

    /// <summary>The reason in words.</summary>
    public string ErrorMessage { get; set; }

    /// <summary>The target's id.</summary>
    public string TargetId { get; set; }
}
