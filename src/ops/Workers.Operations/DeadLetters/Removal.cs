namespace Workers.Operations.DeadLetters;

/// <summary>What became of a dead letter that was to leave its queue.</summary>
/// <param name="MessageId">SQS's id.</param>
/// <param name="EventId">The event's idempotency key, where it is known.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Destination">The queue it was sent to, prefix included; null where there is none.</param>
/// <param name="Problem">Why it did not go as it should; null where it did.</param>
internal sealed record Removal(string MessageId, string? EventId, RemovalOutcome Outcome, string? Destination, string? Problem);
