namespace Workers.Operations.Status;

/// <summary>A queue as SQS counts it: approximately.</summary>
/// <param name="Queue">Its name, prefix included.</param>
/// <param name="Exists">Whether it is there; if not, the rest is empty.</param>
/// <param name="Waiting">Messages that a receive would bring.</param>
/// <param name="InFlight">Messages that were received and neither deleted nor shown again.</param>
/// <param name="Delayed">Messages that are not shown yet.</param>
/// <param name="OldestSeconds">How long ago the oldest waiting message that was seen came in; null where none was looked at.</param>
/// <param name="DeadLetters">The queue of what this one's worker rejects; null for a dead-letter queue.</param>
internal sealed record QueueStatus(
    string Queue, bool Exists, int Waiting = 0, int InFlight = 0, int Delayed = 0, double? OldestSeconds = null, QueueStatus? DeadLetters = null);
