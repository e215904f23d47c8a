namespace Workers.Testing;

/// <summary>A message that is in the queue.</summary>
/// <param name="Id">SQS's id of it.</param>
/// <param name="Body">As it was sent.</param>
/// <param name="ReceiveCount">How often it was handed out.</param>
/// <param name="VisibleIn">How long it stays invisible from now on; zero where it is visible.</param>
public sealed record QueuedMessage(string Id, string Body, int ReceiveCount, TimeSpan VisibleIn);

/// <summary>A message that went to the dead-letter queue.</summary>
/// <param name="Body">As it was sent.</param>
/// <param name="Reason">Why nobody could handle it.</param>
/// <param name="ExceptionType">The full name of the exception behind it, where there was one.</param>
/// <param name="EventId">The event's id, where the body could be read that far.</param>
public sealed record DeadLetteredMessage(string Body, string Reason, string? ExceptionType, string? EventId);
