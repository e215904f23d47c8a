namespace LocalAws.Sqs.Queues;

/// <summary>A message on its way to a dead-letter queue.</summary>
internal readonly record struct DeadLetter(StandardQueue Queue, Message Message);
