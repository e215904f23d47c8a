namespace LocalAws.EventBridge.Rules;

/// <summary>DescribeRule, DeleteRule, EnableRule and DisableRule.</summary>
internal sealed record RuleRequest(string? Name, string? EventBusName, bool? Force);
