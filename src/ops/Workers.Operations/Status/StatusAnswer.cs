namespace Workers.Operations.Status;

/// <summary>The fleet's queues.</summary>
/// <param name="Endpoint">Where they are.</param>
/// <param name="Prefix">The prefix of every name.</param>
/// <param name="Queues">The workers' queues, each with its dead-letter queue.</param>
/// <param name="Undelivered">What EventBridge could not deliver.</param>
internal sealed record StatusAnswer(Uri Endpoint, string Prefix, IReadOnlyList<QueueStatus> Queues, QueueStatus Undelivered)
{
    /// <summary>How many dead letters there are, those of EventBridge included.</summary>
    public int CountDeadLetters() =>
        Queues.Select(queue => queue.DeadLetters!).Append(Undelivered).Sum(queue => queue.Waiting + queue.InFlight + queue.Delayed);

    /// <summary>Names of queues that are not there.</summary>
    public IEnumerable<string> Missing() =>
        Queues.Concat(Queues.Select(queue => queue.DeadLetters!)).Append(Undelivered).Where(queue => !queue.Exists).Select(queue => queue.Queue);
}
