using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>A visitor did something: viewed, clicked, bought, or whatever else the producer tells apart.</summary>
/// <param name="EventType">What, by the producer's name for it.</param>
/// <param name="UserId">Who.</param>
/// <param name="SessionId">In which session of theirs.</param>
/// <param name="OrderValue">What it was worth, where it was worth something.</param>
/// <param name="Currency">In which currency; absent, it is the house's.</param>
/// <param name="Properties">What else the producer says; each value as a text.</param>
/// <param name="Timestamp">When.</param>
public sealed record BehaviourRecorded(
    [property: EventType] string EventType,
    [property: Id] string UserId,
    [property: Id] string SessionId,
    [property: Money] decimal? OrderValue = null,
    [property: Currency] string? Currency = null,
    [property: Properties] IReadOnlyDictionary<string, string>? Properties = null,
    DateTimeOffset? Timestamp = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}
