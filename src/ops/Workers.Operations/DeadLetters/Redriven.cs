namespace Workers.Operations.DeadLetters;

/// <summary>Where a dead letter goes, and as what.</summary>
/// <param name="Queue">The queue's name, prefix included.</param>
/// <param name="Url">Its URL.</param>
/// <param name="Body">The body that the queue's worker expects.</param>
internal sealed record Redriven(string Queue, string Url, string Body);
