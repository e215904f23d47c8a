using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Describes a rule.</summary>
public class DescribeRuleRequest : AmazonEventBridgeRequest
{
    /// <summary>The bus, by name or ARN; null means the account's default bus.</summary>
    public string EventBusName { get; set; }

    /// <summary>The rule's name; required.</summary>
    public string Name { get; set; }
}

/// <summary>A rule.</summary>
public class DescribeRuleResponse : AmazonWebServiceResponse
{
    /// <summary>The rule's ARN.</summary>
    public string Arn { get; set; }

    /// <summary>The account that created the rule.</summary>
    public string CreatedBy { get; set; }

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
