using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Creates an event bus.</summary>
public class CreateEventBusRequest : AmazonEventBridgeRequest
{
    /// <summary>Where events go that could not be delivered.</summary>
    public DeadLetterConfig DeadLetterConfig { get; set; }

    /// <summary>What the bus is for.</summary>
    public string Description { get; set; }

    /// <summary>The partner's event source, for a partner's bus.</summary>
    public string EventSourceName { get; set; }

    /// <summary>The KMS key that encrypts it; null means a key of AWS.</summary>
    public string KmsKeyIdentifier { get; set; }

    /// <summary>The bus's name; required.</summary>
    public string Name { get; set; }

    /// <summary>The tags to put on it.</summary>
    public List<Tag> Tags { get; set; }
}

/// <summary>The bus that was created.</summary>
public class CreateEventBusResponse : AmazonWebServiceResponse
{
    /// <summary>Where events go that could not be delivered.</summary>
    public DeadLetterConfig DeadLetterConfig { get; set; }

    /// <summary>What the bus is for.</summary>
    public string Description { get; set; }

    /// <summary>The bus's ARN.</summary>
    public string EventBusArn { get; set; }

    /// <summary>The KMS key that encrypts it; null means a key of AWS.</summary>
    public string KmsKeyIdentifier { get; set; }
}
