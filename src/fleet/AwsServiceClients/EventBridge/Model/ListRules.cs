using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Lists the rules of a bus, one page at a time.</summary>
public class ListRulesRequest : AmazonEventBridgeRequest
{
    /// <summary>The bus, by name or ARN; null means the account's default bus.</summary>
    public string EventBusName { get; set; }

    /// <summary>The size of a page, from 1 to 100.</summary>
    public int? Limit { get; set; }

    /// <summary>Only rules whose names begin so.</summary>
    public string NamePrefix { get; set; }

    /// <summary>Continues a listing from where the previous page ended.</summary>
    public string NextToken { get; set; }
}

/// <summary>A page of rules.</summary>
public class ListRulesResponse : AmazonWebServiceResponse
{
    /// <summary>Asks for the next page; null on the last one.</summary>
    public string NextToken { get; set; }

    /// <summary>The rules; null when the answer has none.</summary>
    public List<Rule> Rules { get; set; }
}

/// <summary>A rule in a listing.</summary>
public class Rule
{
    /// <summary>The rule's ARN.</summary>
    public string Arn { get; set; }

    /// <summary>What the rule is for.</summary>
    public string Description { get; set; }

    /// <summary>The bus the rule is on.</summary>
    public string EventBusName { get; set; }

    /// <summary>Which events match, as JSON; null on a rule that runs by schedule.</summary>
    public string EventPattern { get; set; }

    /// <summary>The AWS service that manages the rule, if one does.</summary>
    public string ManagedBy { get; set; }

    /// <summary>The rule's name.</summary>
    public string Name { get; set; }

    /// <summary>The role that EventBridge assumes.</summary>
    public string RoleArn { get; set; }

    /// <summary>When the rule runs of itself: <c>rate(…)</c> or <c>cron(…)</c>.</summary>
    public string ScheduleExpression { get; set; }

    /// <summary>Whether the rule acts.</summary>
    public RuleState State { get; set; }
}
