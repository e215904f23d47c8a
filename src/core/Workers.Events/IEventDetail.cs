namespace Workers.Events;

/// <summary>
/// An event's detail: the business fields that a producer states. Validation attributes on its properties say the range of each. An event
/// with a violation is refused by the producer and poison to a consumer.
/// </summary>
public interface IEventDetail
{
    /// <summary>When the fact happened, where the detail says so; the envelope's time stands in for null.</summary>
    DateTimeOffset? OccurredAt => null;

    /// <summary>What no single field can tell, such as fields that contradict each other. Asked only where every field is in range.</summary>
    IEnumerable<Violation> Violations() => [];
}
