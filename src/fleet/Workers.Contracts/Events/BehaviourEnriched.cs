using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>What a visitor did, with what analytics knows of it: for whoever feeds a tool for business intelligence.</summary>
/// <param name="EventType">What, by the producer's name for it.</param>
/// <param name="UserId">Who.</param>
/// <param name="SessionId">In which session of theirs.</param>
/// <param name="Timestamp">When.</param>
/// <param name="Day">Its day in UTC, as 2026-01-15.</param>
/// <param name="Hour">Its hour in UTC.</param>
/// <param name="SessionNumber">The how-manieth session of the visitor this is, in the order in which they were first heard of.</param>
/// <param name="SessionEvents">The how-manieth event of the session this is, in the order in which they were heard.</param>
/// <param name="SessionLength">The seconds between the session's earliest and latest event, of those heard so far.</param>
/// <param name="Visitor">Whether the visitor was here before this session.</param>
/// <param name="Converted">Whether this event made a purchase a conversion: the purchase's, or one that came after it and happened before.</param>
/// <param name="Step">The step of the funnel that it is, where it is one.</param>
/// <param name="OrderValue">What it was worth, as the producer says.</param>
/// <param name="Currency">In which currency; absent, it is the house's.</param>
/// <param name="Value">What it was worth in the house's currency, where there is a rate.</param>
/// <param name="ValueCurrency">The house's currency, where there is a value in it.</param>
/// <param name="ValueTier">How much that is, by name.</param>
/// <param name="Properties">What else the producer says.</param>
public sealed record BehaviourEnriched(
    [property: EventType] string EventType,
    [property: Id] string UserId,
    [property: Id] string SessionId,
    DateTimeOffset Timestamp,
    [property: Id] string Day,
    [property: Hour] int Hour,
    [property: Ordinal] int SessionNumber,
    [property: Ordinal] int SessionEvents,
    [property: Seconds] decimal SessionLength,
    VisitorKind Visitor,
    bool Converted,
    BehaviourStep? Step = null,
    [property: Money] decimal? OrderValue = null,
    [property: Currency] string? Currency = null,
    [property: Money] decimal? Value = null,
    [property: Currency] string? ValueCurrency = null,
    [property: Id] string? ValueTier = null,
    [property: Properties] IReadOnlyDictionary<string, string>? Properties = null) : IEventDetail
{
    DateTimeOffset? IEventDetail.OccurredAt => Timestamp;
}

/// <summary>Whether a visitor was here before.</summary>
public enum VisitorKind
{
    /// <summary>It is their first session.</summary>
    New,

    /// <summary>They had a session before.</summary>
    Returning,
}

/// <summary>How far a visitor went.</summary>
public enum BehaviourStep
{
    /// <summary>They looked at something.</summary>
    View,

    /// <summary>They picked something.</summary>
    Click,

    /// <summary>They bought.</summary>
    Purchase,
}
