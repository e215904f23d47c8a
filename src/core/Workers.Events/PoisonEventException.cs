namespace Workers.Events;

/// <summary>A body that can never be handled: unreadable, of an unknown version, or with a detail out of range.</summary>
/// <param name="message">The reason that goes to the dead-letter queue with the message; holds no payload.</param>
/// <param name="innerException">What the parser said.</param>
public sealed class PoisonEventException(string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    private const int MostShown = 10;

    /// <summary>The idempotency key, where the body could be read that far.</summary>
    public string? EventId { get; init; }

    /// <summary>What the event belongs to, where the body could be read that far.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The detail-type, where the body could be read that far.</summary>
    public string? DetailType { get; init; }

    /// <summary>What is wrong with which field, where that is the reason.</summary>
    public IReadOnlyList<Violation> Violations { get; init; } = [];

    /// <summary>A reason that names one field; for upcasters and body readers.</summary>
    /// <param name="field">The field's path in JSON; empty for the whole.</param>
    /// <param name="problem">What is wrong and what would be right, without the value itself.</param>
    public static PoisonEventException At(string field, string problem) => Of([new(field, problem)]);

    internal static PoisonEventException Of(IReadOnlyList<Violation> violations)
    {
        var rest = violations.Count > MostShown ? $"; and {violations.Count - MostShown} more" : "";
        return new(string.Join("; ", violations.Take(MostShown)) + rest) { Violations = violations };
    }

    internal PoisonEventException About(string subject, string? eventId = null) =>
        new($"{subject}: {Message}", InnerException) { EventId = eventId, Violations = Violations };

    internal PoisonEventException About(EventName name, string? eventId, string? correlationId) =>
        new($"{name}: {Message}", InnerException)
        {
            EventId = eventId,
            CorrelationId = correlationId,
            DetailType = name.DetailType,
            Violations = Violations,
        };
}
