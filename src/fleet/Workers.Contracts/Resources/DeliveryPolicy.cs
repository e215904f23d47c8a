namespace Workers.Contracts.Resources;

/// <summary>How long EventBridge tries to deliver an event to a target, and where it goes afterwards.</summary>
/// <param name="MaximumEventAge">How old an event may become; 1 minute to 24 hours.</param>
/// <param name="MaximumAttempts">How often it is tried again; 0 to 185.</param>
/// <param name="DeadLetterQueue">The unprefixed name of the queue that gets what could not be delivered.</param>
public sealed record DeliveryPolicy(TimeSpan MaximumEventAge, int MaximumAttempts, string DeadLetterQueue);
