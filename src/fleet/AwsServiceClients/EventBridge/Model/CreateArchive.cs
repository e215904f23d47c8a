using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Creates an archive of the events of a bus.</summary>
public class CreateArchiveRequest : AmazonEventBridgeRequest
{
    /// <summary>The archive's name; required.</summary>
    public string ArchiveName { get; set; }

    /// <summary>What the archive is for.</summary>
    public string Description { get; set; }

    /// <summary>Which events are kept, as JSON; null means all.</summary>
    public string EventPattern { get; set; }

    /// <summary>The ARN of the bus to keep events of; required.</summary>
    public string EventSourceArn { get; set; }

    /// <summary>The KMS key that encrypts it; null means a key of AWS.</summary>
    public string KmsKeyIdentifier { get; set; }

    /// <summary>How many days events are kept; 0 or null means for ever.</summary>
    public int? RetentionDays { get; set; }
}

/// <summary>The archive that was created.</summary>
public class CreateArchiveResponse : AmazonWebServiceResponse
{
    /// <summary>The archive's ARN.</summary>
    public string ArchiveArn { get; set; }

    /// <summary>When it was created, in UTC.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>What the archive is doing.</summary>
    public ArchiveState State { get; set; }

    /// <summary>Why it is in that state.</summary>
    public string StateReason { get; set; }
}
