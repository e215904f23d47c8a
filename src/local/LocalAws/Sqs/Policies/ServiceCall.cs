namespace LocalAws.Sqs.Policies;

/// <summary>What an AWS service wants to do with a queue.</summary>
/// <param name="Service">The principal, for example <c>events.amazonaws.com</c>.</param>
/// <param name="Action">For example <c>sqs:SendMessage</c>.</param>
/// <param name="QueueArn">The queue.</param>
/// <param name="SourceArn">On whose behalf: <c>aws:SourceArn</c>, the rule.</param>
internal sealed record ServiceCall(string Service, string Action, string QueueArn, string SourceArn);
