using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Describes an archive.</summary>
public class DescribeArchiveRequest : AmazonEventBridgeRequest
{
    /// <summary>The archive's name; required.</summary>
    public string ArchiveName { get; set; }
}

/// <summary>An archive.</summary>
public class DescribeArchiveResponse : AmazonWebServiceResponse
{
    /// <summary>The archive's ARN.</summary>
    public string ArchiveArn { get; set; }

    /// <summary>The archive's name.</summary>
    public string ArchiveName { get; set; }

    /// <summary>When it was created, in UTC.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>What the archive is for.</summary>
    public string Description { get; set; }

    /// <summary>About how many events it holds.</summary>
    public long? EventCount { get; set; }

    /// <summary>Which events are kept, as JSON; null means all.</summary>
    public string EventPattern { get; set; }

    /// <summary>The ARN of the bus it keeps events of.</summary>
    public string EventSourceArn { get; set; }

    /// <summary>The KMS key that encrypts it; null means a key of AWS.</summary>
    public string KmsKeyIdentifier { get; set; }

    /// <summary>How many days events are kept; 0 or null means for ever.</summary>
    public int? RetentionDays { get; set; }

    /// <summary>About how many bytes it holds.</summary>
    public long? SizeBytes { get; set; }

    /// <summary>What the archive is doing.</summary>
    public ArchiveState State { get; set; }

    /// <summary>Why it is in that state.</summary>
    public string StateReason { get; set; }
}
