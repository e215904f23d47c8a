namespace Workers.Events;

/// <summary>An event's detail: the business fields that a producer states.</summary>
public interface IEventDetail
{
    /// <summary>When the fact happened, where the detail says so; the envelope's time stands in for null.</summary>
    DateTimeOffset? OccurredAt { get; }

    /// <summary>What is out of range. An event with a violation is refused by the producer and poison to a consumer.</summary>
    IEnumerable<Violation> Violations();
}
