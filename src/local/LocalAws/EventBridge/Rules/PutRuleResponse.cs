namespace LocalAws.EventBridge.Rules;

/// <summary>The rule that was made or changed.</summary>
internal sealed record PutRuleResponse(string RuleArn);
