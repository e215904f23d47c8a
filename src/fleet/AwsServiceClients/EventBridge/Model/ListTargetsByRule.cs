using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Lists the targets of a rule, one page at a time.</summary>
public class ListTargetsByRuleRequest : AmazonEventBridgeRequest
{
    /// <summary>The bus, by name or ARN; null means the account's default bus.</summary>
    public string EventBusName { get; set; }

    /// <summary>The size of a page, from 1 to 100.</summary>
    public int? Limit { get; set; }

    /// <summary>Continues a listing from where the previous page ended.</summary>
    public string NextToken { get; set; }

    /// <summary>The rule's name; required.</summary>
    public string Rule { get; set; }
}

/// <summary>A page of targets.</summary>
public class ListTargetsByRuleResponse : AmazonWebServiceResponse
{
    /// <summary>Asks for the next page; null on the last one.</summary>
    public string NextToken { get; set; }

    /// <summary>The targets; null when the answer has none.</summary>
    public List<Target> Targets { get; set; }
}
