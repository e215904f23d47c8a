namespace LocalAws.Sqs.Queues;

/// <summary>How many messages a queue has, by state.</summary>
internal readonly record struct QueueCounts(int Visible, int InFlight, int Delayed);
