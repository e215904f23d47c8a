using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Deletes a rule; its targets must be removed first.</summary>
public class DeleteRuleRequest : AmazonEventBridgeRequest
{
    /// <summary>The bus, by name or ARN; null means the account's default bus.</summary>
    public string EventBusName { get; set; }

    /// <summary>Whether to act on a rule that an AWS service manages.</summary>
    public bool? Force { get; set; }

    /// <summary>The rule's name; required.</summary>
    public string Name { get; set; }
}

/// <summary>The answer to <see cref="DeleteRuleRequest"/>; it carries nothing but its metadata.</summary>
public class DeleteRuleResponse : AmazonWebServiceResponse;
