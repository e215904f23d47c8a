namespace LocalAws.Policies;

/// <summary>What an AWS service wants to do with a queue or topic.</summary>
/// <param name="Service">The principal, for example <c>events.amazonaws.com</c>.</param>
/// <param name="Action">For example <c>sqs:SendMessage</c>.</param>
/// <param name="ResourceArn">The queue or topic.</param>
/// <param name="SourceArn">On whose behalf: <c>aws:SourceArn</c>, the rule.</param>
internal sealed record ServiceCall(string Service, string Action, string ResourceArn, string SourceArn);
