using Workers.Effects.Decisions;
using Workers.Events.Publishing;

namespace Workers.Effects.Grouping;

/// <summary>A member and what was decided for it.</summary>
/// <param name="Member">The member.</param>
/// <param name="Writes">The marker's insert first, then the decision's writes.</param>
/// <param name="Events">What to publish after the commit, as the marker holds it.</param>
internal sealed record Decided(Member Member, IReadOnlyList<Write> Writes, IReadOnlyList<OutgoingEvent> Events);
