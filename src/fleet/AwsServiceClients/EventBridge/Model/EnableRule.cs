using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Lets a rule act.</summary>
public class EnableRuleRequest : AmazonEventBridgeRequest
{
    /// <summary>The bus, by name or ARN; null means the account's default bus.</summary>
    public string EventBusName { get; set; }

    /// <summary>The rule's name; required.</summary>
    public string Name { get; set; }
}

/// <summary>The answer to <see cref="EnableRuleRequest"/>; it carries nothing but its metadata.</summary>
public class EnableRuleResponse : AmazonWebServiceResponse;
