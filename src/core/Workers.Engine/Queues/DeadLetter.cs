namespace Workers.Engine.Queues;

/// <summary>A message on its way to the dead-letter queue, and why.</summary>
internal sealed record DeadLetter(
    ReceivedMessage Message,
    string Reason,
    string? ExceptionType,
    string? EventId,
    DateTimeOffset Time);
