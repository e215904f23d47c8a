using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Stops a rule from acting.</summary>
public class DisableRuleRequest : AmazonEventBridgeRequest
{
    /// <summary>The bus, by name or ARN; null means the account's default bus.</summary>
    public string EventBusName { get; set; }

    /// <summary>The rule's name; required.</summary>
    public string Name { get; set; }
}

/// <summary>The answer to <see cref="DisableRuleRequest"/>; it carries nothing but its metadata.</summary>
public class DisableRuleResponse : AmazonWebServiceResponse;
