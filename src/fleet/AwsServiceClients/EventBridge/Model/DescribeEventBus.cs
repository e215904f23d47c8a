using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Describes an event bus.</summary>
public class DescribeEventBusRequest : AmazonEventBridgeRequest
{
    /// <summary>The bus, by name or ARN; null means the account's default bus.</summary>
    public string Name { get; set; }
}

/// <summary>An event bus.</summary>
public class DescribeEventBusResponse : AmazonWebServiceResponse
{
    /// <summary>The bus's ARN.</summary>
    public string Arn { get; set; }

    /// <summary>When it was created, in UTC.</summary>
    public DateTime? CreationTime { get; set; }

    /// <summary>Where events go that could not be delivered.</summary>
    public DeadLetterConfig DeadLetterConfig { get; set; }

    /// <summary>What the bus is for.</summary>
    public string Description { get; set; }

    /// <summary>The KMS key that encrypts it; null means a key of AWS.</summary>
    public string KmsKeyIdentifier { get; set; }

    /// <summary>When it was last changed, in UTC.</summary>
    public DateTime? LastModifiedTime { get; set; }

    /// <summary>The bus's name.</summary>
    public string Name { get; set; }

    /// <summary>The policy for other accounts, as JSON.</summary>
    public string Policy { get; set; }
}
