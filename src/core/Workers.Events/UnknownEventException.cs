namespace Workers.Events;

/// <summary>A readable envelope of an event that nobody registered.</summary>
/// <param name="name">Source and detail-type as they arrived.</param>
public sealed class UnknownEventException(EventName name) : Exception($"No event is registered for {name}.")
{
    /// <summary>Source and detail-type as they arrived.</summary>
    public EventName Name { get; } = name;

    /// <summary>The idempotency key.</summary>
    public string? EventId { get; init; }

    /// <summary>What the event belongs to, where its metadata could be read.</summary>
    public string? CorrelationId { get; init; }
}
