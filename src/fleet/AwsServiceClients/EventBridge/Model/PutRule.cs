using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>Creates a rule, or replaces the one of that name; its targets stay.</summary>
public class PutRuleRequest : AmazonEventBridgeRequest
{
    /// <summary>What the rule is for.</summary>
    public string Description { get; set; }

    /// <summary>The bus, by name or ARN; null means the account's default bus.</summary>
    public string EventBusName { get; set; }

    /// <summary>Which events match, as JSON; null on a rule that runs by schedule.</summary>
    public string EventPattern { get; set; }

    /// <summary>The rule's name; required.</summary>
    public string Name { get; set; }

    /// <summary>The role that EventBridge assumes.</summary>
    public string RoleArn { get; set; }

    /// <summary>When the rule runs of itself: <c>rate(…)</c> or <c>cron(…)</c>.</summary>
    public string ScheduleExpression { get; set; }

    /// <summary>Whether the rule acts; null means it does.</summary>
    public RuleState State { get; set; }

    /// <summary>The tags to put on a new rule.</summary>
    public List<Tag> Tags { get; set; }
}

/// <summary>The rule that was put.</summary>
public class PutRuleResponse : AmazonWebServiceResponse
{
    /// <summary>The rule's ARN.</summary>
    public string RuleArn { get; set; }
}
