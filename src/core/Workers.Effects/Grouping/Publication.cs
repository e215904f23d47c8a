using Workers.Events.Publishing;

namespace Workers.Effects.Grouping;

/// <summary>A member whose effect is committed, and the events that its marker holds.</summary>
internal sealed record Publication(Member Member, IReadOnlyList<OutgoingEvent> Events);
