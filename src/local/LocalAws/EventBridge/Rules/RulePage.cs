namespace LocalAws.EventBridge.Rules;

/// <summary>A page of ListRules.</summary>
internal sealed record RulePage(IEnumerable<RuleDescription> Rules, string? NextToken);
