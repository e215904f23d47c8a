namespace LocalAws.EventBridge.Rules;

/// <summary>A page of ListRuleNamesByTarget.</summary>
internal sealed record RuleNamePage(IEnumerable<string> RuleNames, string? NextToken);
